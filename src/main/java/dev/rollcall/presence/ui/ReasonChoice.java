package dev.rollcall.presence.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.rollcall.presence.Reason;
import java.util.List;

/// A choice among reasons, and the note that goes with it: required where the reason alone says too
/// little.
final class ReasonChoice extends RadioButtonGroup<Reason> {

    private final TextField note;

    /// @param note shown elsewhere
    ReasonChoice(String label, List<Reason> offered, TextField note) {
        this.note = note;
        setLabel(label);
        setItems(offered);
        setRenderer(new ComponentRenderer<>(this::choice));
        addValueChangeListener(_ -> askForNote());
        if (!offered.isEmpty()) {
            setValue(offered.getFirst());
        }
        askForNote();
    }

    /// In a dialog that opens, the arrow keys choose at once and Enter confirms.
    void focusWhenShown() {
        // The dialog takes the focus itself when it opens, and then tells the page's body.
        getElement()
                .executeJs(
                        """
                        document.addEventListener(
                            'vaadin-overlay-open',
                            () => this.querySelector('vaadin-radio-button[checked]')?.focus(),
                            { once: true });
                        """);
    }

    private Span choice(Reason reason) {
        var choice =
                new Span(
                        new Icon(StatusWords.icon(reason)),
                        new Span(reason.name(this::getTranslation)));
        choice.addClassName("presence-choice");
        return choice;
    }

    private boolean needsNote() {
        var reason = getValue();
        return reason != null && reason.descriptionRequired();
    }

    private void askForNote() {
        note.setInvalid(false);
        note.setRequiredIndicatorVisible(needsNote());
        note.setLabel(
                getTranslation(
                        needsNote()
                                ? "presence.unavailable.description"
                                : "presence.unavailable.note"));
        note.setHelperText(
                needsNote()
                        ? getTranslation("presence.unavailable.helper", note.getMaxLength())
                        : null);
    }

    /// Whether all that is required was said; otherwise the note asks for it.
    boolean isComplete() {
        if (needsNote() && note.getValue().isBlank()) {
            note.setErrorMessage(getTranslation("presence.unavailable.descriptionMissing"));
            note.setInvalid(true);
            note.focus();
            return false;
        }
        return true;
    }
}
