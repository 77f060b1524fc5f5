package dev.rollcall.excuses.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.rollcall.deeds.UndoToast;
import dev.rollcall.excuses.Excuses;
import dev.rollcall.excuses.Explanation;
import dev.rollcall.excuses.Explanations;
import dev.rollcall.kit.Refusals;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/// Approves an explanation, all of it or a part, or rejects it with a note.
final class Decision extends Div {

    private final ExcuseSources sources;
    private final ExcuseWords words;
    private final Explanation explanation;
    private final ZoneId zone;
    private final Runnable done;
    private final SpanFields span;
    private final TextField note = new TextField();
    private final Paragraph trouble = new Paragraph();

    /// @param until what is suggested where the explanation names no end
    /// @param done told when it was decided, or taken back
    Decision(
            ExcuseSources sources,
            ExcuseWords words,
            Explanation explanation,
            Instant until,
            ZoneId zone,
            Runnable done) {
        this.sources = sources;
        this.words = words;
        this.explanation = explanation;
        this.zone = zone;
        this.done = done;
        addClassName("excuse-decision");
        span = new SpanFields(zone, () -> {});
        span.show(
                explanation.span().start(),
                explanation.goesOn() ? until : explanation.span().end());
        note.setLabel(words.say("field.decisionNote"));
        note.setHelperText(words.say("field.decisionNoteHelp"));
        note.setMaxLength(Excuses.LONGEST_NOTE);
        note.setWidthFull();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var approve = new Button(words.say("decide.approve"), _ -> approve());
        approve.addThemeVariants(ButtonVariant.PRIMARY);
        var name = sources.name(explanation.agent());
        approve.setAriaLabel(words.say("decide.approveOf", name));
        var reject = new Button(words.say("decide.reject"), _ -> reject());
        reject.setAriaLabel(words.say("decide.rejectOf", name));
        var buttons = new Div(approve, reject);
        buttons.addClassName("record-buttons");
        add(span, note, trouble, buttons);
    }

    private void approve() {
        var from = span.from();
        var until = span.until();
        if (from.isEmpty() || until.isEmpty() || !until.get().isAfter(from.get())) {
            say(words.say("problem.order"));
            return;
        }
        decide(
                "approved",
                () ->
                        sources.explanations()
                                .approve(
                                        explanation.number(),
                                        explanation.version(),
                                        TimeSpan.of(from.get(), until.get()),
                                        note.getValue()));
    }

    private void reject() {
        decide(
                "rejected",
                () ->
                        sources.explanations()
                                .reject(
                                        explanation.number(),
                                        explanation.version(),
                                        note.getValue()));
    }

    private void decide(String how, Supplier<Explanations.Done> deed) {
        trouble.setVisible(false);
        note.setInvalid(false);
        try {
            var decided = deed.get();
            done.run();
            UndoToast.show(
                    sources.deeds(),
                    decided.deed(),
                    words.say(
                            "decide." + how,
                            sources.name(explanation.agent()),
                            words.times(explanation.span(), zone)),
                    done);
        } catch (InvalidInput e) {
            var sentence = Refusals.ofForm(this::getTranslation).say(e);
            if (e.problems().stream().anyMatch(each -> each.pointer().equals("/note"))) {
                note.setErrorMessage(sentence);
                note.setInvalid(true);
                note.focus();
            } else {
                say(sentence);
            }
        } catch (EditConflict e) {
            say(words.conflict(e));
        } catch (RuntimeException e) {
            say(Refusals.ofDeed(this::getTranslation).say(e));
        }
    }

    private void say(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(true);
    }
}
