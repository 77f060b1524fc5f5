package dev.broken.adherence.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.Route;
import org.springframework.jdbc.core.JdbcTemplate;

/// A public view with components in its rows and the database at hand.
@Route("overweight")
public class Overweight {

    private final ComponentRenderer<Span, String> renderer =
            new ComponentRenderer<>(text -> new Span(text));
    private final JdbcTemplate database = new JdbcTemplate();

    public String describe() {
        return renderer + " " + database;
    }
}
