package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.kit.Refusals;
import dev.rollcall.quality.EvaluationDraft;
import dev.rollcall.quality.EvaluationFile;
import dev.rollcall.quality.Scoring;
import dev.rollcall.shared.InvalidInput;

/// An evaluation that is being written: the scorecard, what the person will read, what only
/// evaluators will, and the score as it stands.
final class DraftPart extends Div {

    private static final int LONGEST = 2_000;

    private final QualitySources sources;
    private final QualityWords words;
    private final EvaluationFile file;
    private final LeaveGuard guard;
    private final Runnable onPublished;
    private final Runnable onDiscarded;
    private final SheetForm form;
    private final ScorePanel score;
    private final TextArea comment = new TextArea();
    private final TextArea note = new TextArea();
    private final Checkbox asksSelf = new Checkbox();
    private final Paragraph trouble = new Paragraph();
    private final Span state = new Span();
    private long version;
    private boolean dirty;

    DraftPart(
            QualitySources sources,
            QualityWords words,
            EvaluationFile file,
            LeaveGuard guard,
            Runnable onPublished,
            Runnable onDiscarded) {
        this.sources = sources;
        this.words = words;
        this.file = file;
        this.guard = guard;
        this.onPublished = onPublished;
        this.onDiscarded = onDiscarded;
        version = file.evaluation().version();
        addClassName("quality-draft");
        score = new ScorePanel(words);
        form =
                new SheetForm(
                        words, file.scorecard().sheet(), file.current().answers(), this::changed);
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        state.addClassName("records-count");
        state.getElement().setAttribute("role", "status");
        add(SheetForm.about(file.scorecard().sheet()), form, written(), trouble, buttons());
        showScore();
    }

    private Component written() {
        comment.setLabel(words.say("draft.comment"));
        comment.setHelperText(words.say("draft.commentWhat"));
        comment.setValue(file.current().comment());
        note.setLabel(words.say("draft.note"));
        note.setHelperText(words.say("draft.noteWhat"));
        var known = file.privateNote();
        note.setValue(known == null ? "" : known);
        for (var area : new TextArea[] {comment, note}) {
            area.setMaxLength(LONGEST);
            area.setWidthFull();
            area.setValueChangeMode(ValueChangeMode.ON_CHANGE);
            area.addValueChangeListener(_ -> changed());
        }
        asksSelf.setLabel(words.say("draft.asksSelf"));
        asksSelf.setHelperText(words.say("draft.asksSelfWhat"));
        asksSelf.setValue(file.evaluation().asksSelf());
        asksSelf.addValueChangeListener(_ -> changed());
        var written = new Div(comment, note, asksSelf);
        written.addClassName("quality-written");
        return written;
    }

    private Component buttons() {
        var publish = new Button(words.say("draft.publish"), _ -> publish());
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        var keep = new Button(words.say("draft.keep"), _ -> keep());
        var discard = new Button(words.say("draft.discard"), _ -> discard());
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(publish, keep, discard, state);
        buttons.addClassName("record-buttons");
        return buttons;
    }

    Component score() {
        return score;
    }

    boolean isDirty() {
        return dirty;
    }

    private void changed() {
        dirty = true;
        guard.changed(true);
        state.setText(words.say("draft.changed"));
        showScore();
    }

    private void showScore() {
        score.show(Scoring.review(file.scorecard().sheet(), form.answers()));
    }

    private EvaluationDraft draft() {
        return new EvaluationDraft(
                form.answers(), comment.getValue(), note.getValue(), asksSelf.getValue());
    }

    private void keep() {
        attempt(() -> {
            version = sources.evaluations().save(file.evaluation().number(), version, draft());
            clean();
            state.setText(words.say("draft.kept"));
        });
    }

    private void publish() {
        attempt(() -> {
            sources.evaluations().publish(file.evaluation().number(), version, draft());
            clean();
            onPublished.run();
        });
    }

    private void discard() {
        attempt(() -> {
            sources.evaluations().discard(file.evaluation().number(), version);
            clean();
            onDiscarded.run();
        });
    }

    private void clean() {
        dirty = false;
        guard.changed(false);
    }

    private void attempt(Runnable deed) {
        trouble.setVisible(false);
        var refusals = Refusals.ofForm(this::getTranslation);
        try {
            deed.run();
        } catch (InvalidInput e) {
            var rest = form.show(e, refusals);
            say(
                    rest.isEmpty()
                            ? words.say("draft.incomplete", e.problems().size())
                            : refusals.say(new InvalidInput(rest)));
        } catch (RuntimeException e) {
            say(refusals.say(e));
        }
    }

    private void say(String sentence) {
        trouble.setText(sentence);
        trouble.setVisible(true);
    }
}
