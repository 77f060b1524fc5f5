package dev.rollcall.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;

/// What is shown instead of a page: what happened, and the way on.
class Trouble extends VerticalLayout implements HasDynamicTitle {

    private String title = "Rollcall";

    @Override
    public final String getPageTitle() {
        return title;
    }

    /// @param key the translation keys are this one with `.title` and `.text`
    final void tell(String key, Object... values) {
        removeAll();
        addClassName("trouble");
        title = getTranslation(key + ".title") + " – Rollcall";
        add(
                new H1(getTranslation(key + ".title")),
                new Paragraph(getTranslation(key + ".text", values)),
                new Anchor("/", getTranslation("shell.trouble.home")));
    }
}
