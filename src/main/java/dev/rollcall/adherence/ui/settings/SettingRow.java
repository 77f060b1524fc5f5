package dev.rollcall.adherence.ui.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/// One setting: what it is called, what holds and where that comes from, and the way to change it
/// here or to inherit it again.
final class SettingRow extends Div {

    /// What the row asks the page to do.
    interface Changes {

        /// Begins with what holds now.
        void makeOwn();

        /// Says nothing here any more.
        void inherit();
    }

    private final String name;
    private final Changes changes;
    private final Div value = new Div();
    private final Div from = new Div();

    /// @param explanation null where the name says all
    SettingRow(String key, String name, @Nullable String explanation, Changes changes) {
        this.name = name;
        this.changes = changes;
        addClassName("setting-row");
        getElement().setAttribute("data-setting", key);
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", name);
        var title = new Span(name);
        title.addClassName("setting-name");
        var head = new Div(title);
        head.addClassName("setting-head");
        if (explanation != null) {
            var what = new Paragraph(explanation);
            what.addClassName("setting-what");
            head.add(what);
        }
        value.addClassName("setting-value");
        from.addClassName("setting-from");
        add(head, value, from);
    }

    /// Shows what is inherited.
    ///
    /// @param text the value in words
    /// @param origin where it comes from
    void showInherited(String text, String origin, boolean mayChange) {
        getElement().setAttribute("data-own", false);
        var words = new Span(text);
        words.addClassName("setting-words");
        value.removeAll();
        value.add(words);
        from.removeAll();
        from.add(new Span(origin));
        if (mayChange) {
            var change = small("adherence.settings.change", "adherence.settings.changeNamed");
            change.addClickListener(_ -> changes.makeOwn());
            from.add(change);
        }
    }

    /// Shows what is said here.
    ///
    /// @param field where it is changed
    /// @param inherited what would hold otherwise, in words with its origin
    void showOwn(Component field, String inherited) {
        getElement().setAttribute("data-own", true);
        if (value.getChildren().noneMatch(field::equals)) {
            value.removeAll();
            value.add(field);
        }
        from.removeAll();
        var reset = small("adherence.settings.inherit", "adherence.settings.inheritNamed");
        reset.addClickListener(_ -> changes.inherit());
        var otherwise = new Span(getTranslation("adherence.settings.otherwise", inherited));
        otherwise.addClassName("setting-otherwise");
        from.add(new Span(getTranslation("adherence.settings.setHere")), reset, otherwise);
    }

    /// Shows what is said here to somebody who may not change it.
    void showOwn(String text) {
        showInherited(text, getTranslation("adherence.settings.setHere"), false);
        getElement().setAttribute("data-own", true);
    }

    void mark(boolean changed) {
        getElement().setAttribute("data-changed", changed);
    }

    private Button small(String text, String described) {
        var button = new Button(getTranslation(text));
        button.setAriaLabel(getTranslation(described, name));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }
}
