package dev.rollcall.reports.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// A page that is read from top to bottom: its title, what it is, what narrows it, and sections.
abstract class ReportPage extends Div
        implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPage.class);

    private final H1 title = new H1();
    private final Paragraph what = new Paragraph();
    private final Div toolbar = new Div();
    private final Div content = new Div();

    ReportPage() {
        addClassName("report-page");
        what.addClassName("records-what");
        toolbar.addClassName("records-toolbar");
        content.addClassName("report-content");
        add(title, what, toolbar, content);
    }

    /// Notes what the address asks for.
    abstract void ask(BeforeEnterEvent event);

    /// Reads and shows it.
    abstract void show(Div into);

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        ask(event);
    }

    @Override
    public final void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    final void refresh() {
        content.removeAll();
        try {
            show(content);
        } catch (DataAccessException e) {
            LOG.warn("A report cannot be shown: {}", e.getClass().getSimpleName());
            content.removeAll();
            content.add(
                    trouble(getTranslation("kit.browse.away")),
                    new Button(getTranslation("kit.browse.again"), _ -> refresh()));
        }
    }

    static Paragraph trouble(String sentence) {
        var said = new Paragraph(sentence);
        said.addClassName("board-empty");
        said.getElement().setAttribute("role", "alert");
        return said;
    }

    final void head(String name, String explained) {
        title.setText(name);
        what.setText(explained);
    }

    final void tools(Component... components) {
        toolbar.add(components);
    }

    final void noTools() {
        toolbar.setVisible(false);
    }

    @Override
    public String getPageTitle() {
        return title.getText() + " – Rollcall";
    }

    /// A part of the page with a heading and what it means.
    static Section section(String heading, String explained, Component... parts) {
        var section = new Section(new H2(heading));
        section.addClassName("report-section");
        if (!explained.isEmpty()) {
            var said = new Paragraph(explained);
            said.addClassName("records-what");
            section.add(said);
        }
        section.add(parts);
        return section;
    }
}
