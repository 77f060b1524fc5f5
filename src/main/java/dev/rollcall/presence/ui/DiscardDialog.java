package dev.rollcall.presence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.presence.RejectedEvents;
import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

/// Asks why events are put aside for good.
final class DiscardDialog extends Dialog {

    private final RejectedEvents inbox;
    private final List<Long> numbers;
    private final IntConsumer onDone;
    private final TextArea reason = new TextArea();

    /// @param onDone told how many were put aside
    DiscardDialog(RejectedEvents inbox, List<Long> numbers, IntConsumer onDone) {
        this.inbox = inbox;
        this.numbers = List.copyOf(numbers);
        this.onDone = onDone;
        setHeaderTitle(getTranslation("presence.rejected.discardTitle", numbers.size()));
        setWidth("30rem");
        reason.setLabel(getTranslation("presence.rejected.discardReason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(RejectedEvents.LONGEST_REASON);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        add(new Paragraph(getTranslation("presence.rejected.discardText")), reason);
        var discard = new Button(getTranslation("presence.rejected.discard"), _ -> discard());
        discard.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("kit.form.cancel"), _ -> close()), discard);
        reason.focus();
    }

    private void discard() {
        try {
            int discarded = inbox.discard(numbers, reason.getValue());
            close();
            onDone.accept(discarded);
        } catch (InvalidInput e) {
            var problem = e.problems().getFirst();
            var sentence = Objects.requireNonNull(problem.sentence());
            reason.setErrorMessage(getTranslation(sentence.key(), sentence.values().toArray()));
            reason.setInvalid(true);
            reason.focus();
        }
    }
}
