package dev.rollcall.messages.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.adherence.acting.Matter;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.messages.QuickMessages;
import java.util.stream.Collectors;

/// Says something to one person or several: a template is one click, other words are typed.
final class MessageDialog extends FormDialog {

    private static final int NAMED = 4;

    private final MessageSources sources;
    private final Matter matter;
    private final TextArea text = new TextArea();

    MessageDialog(MessageSources sources, Matter matter) {
        super(title(sources, matter));
        this.sources = sources;
        this.matter = matter;
        text.setLabel(getTranslation("messages.field.text"));
        text.setMaxLength(QuickMessages.LONGEST_TEXT);
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(_ -> count());
        text.setWidthFull();
        text.setMinRows(3);
        text.setAutofocus(true);
        field("/text", text);
        count();
        ask(getTranslation("messages.field.send"), templates(), text);
    }

    private static String title(MessageSources sources, Matter matter) {
        var ui = UI.getCurrentOrThrow();
        var people = matter.people();
        if (people.size() == 1) {
            return ui.getTranslation("messages.to.one", sources.name(people.iterator().next()));
        }
        var names =
                people.stream()
                        .map(sources::name)
                        .sorted()
                        .limit(NAMED)
                        .collect(Collectors.joining(", "));
        int more = people.size() - NAMED;
        return more <= 0
                ? ui.getTranslation("messages.to.one", names)
                : ui.getTranslation("messages.to.many", names, more);
    }

    /// What was typed is never overwritten without being seen: a template replaces it, and is a
    /// text that can be changed like any other.
    private Div templates() {
        var row = new Div();
        row.addClassName("message-templates");
        row.getElement().setAttribute("role", "group");
        row.getElement().setAttribute("aria-label", getTranslation("messages.field.templates"));
        for (var template : sources.templates().offered()) {
            var says = template.text(this::getTranslation);
            var button =
                    new Button(
                            says,
                            _ -> {
                                text.setValue(says);
                                text.focus();
                            });
            button.addThemeVariants(ButtonVariant.SMALL);
            row.add(button);
        }
        return row;
    }

    private void count() {
        text.setHelperText(
                getTranslation(
                        "messages.field.left",
                        QuickMessages.LONGEST_TEXT - text.getValue().length()));
    }

    @Override
    protected boolean isComplete() {
        if (text.getValue().isBlank()) {
            reject("/text", getTranslation("messages.problem.empty"));
            return false;
        }
        return true;
    }

    @Override
    protected void save() {
        var sent = sources.messages().send(matter.people(), text.getValue());
        matter.done().run();
        UndoToast.show(
                sources.deeds(),
                sent.deed(),
                matter.people().size() == 1
                        ? getTranslation(
                                "messages.sent.one",
                                sources.name(matter.people().iterator().next()))
                        : getTranslation("messages.sent.many", matter.people().size()),
                matter.done());
    }
}
