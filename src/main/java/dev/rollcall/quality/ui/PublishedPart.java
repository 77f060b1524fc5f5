package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rollcall.kit.Refusals;
import dev.rollcall.people.Agent;
import dev.rollcall.quality.Dispute;
import dev.rollcall.quality.EvaluationFile;
import dev.rollcall.quality.Scoring;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.InvalidInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A published evaluation for those who evaluate: what it came to, how the person sees it, and what
/// they dispute.
final class PublishedPart extends Div {

    private static final int LONGEST = 2_000;

    private final QualitySources sources;
    private final QualityWords words;
    private final EvaluationFile file;
    private final Consumer<String> onResolved;

    /// @param onResolved told which sentence says what was done
    PublishedPart(
            QualitySources sources,
            QualityWords words,
            EvaluationFile file,
            Consumer<String> onResolved) {
        this.sources = sources;
        this.words = words;
        this.file = file;
        this.onResolved = onResolved;
        addClassName("quality-published");
        var score = new ScorePanel(words);
        score.show(Scoring.review(file.scorecard().sheet(), file.current().answers()));
        add(standing(), score);
        comment(file.current().comment(), "evaluation.comment");
        var note = file.privateNote();
        comment(note == null ? "" : note, "evaluation.privateNote");
        disputes();
        coaching();
        add(
                new H2(words.say("compare.title")),
                new Comparison(words, file.scorecard().sheet(), columns(), List.of()));
    }

    private Component standing() {
        var known = file.evaluation();
        var key =
                known.disputed()
                        ? "standing.disputed"
                        : known.acknowledgedAt() != null
                                ? "standing.acknowledged"
                                : known.seenAt() != null
                                        ? "standing.seen"
                                        : known.isOpenToPerson()
                                                ? "standing.published"
                                                : "standing.waits";
        var text = new Span(words.say(key));
        text.addClassName("quality-standing");
        return text;
    }

    /// The ways to a session and to a plan in which something starts from it. Coaching and
    /// development build upon quality and not the other way round: these are addresses, no more.
    private void coaching() {
        if (sources.access().viewer().may(Permission.COACHING_WRITE)) {
            sources.directory()
                    .agent(file.evaluation().agent())
                    .map(Agent::externalId)
                    .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8))
                    .ifPresent(id ->
                            add(
                                    new Anchor(
                                            "coaching?for="
                                                    + id
                                                    + "&from=evaluation:"
                                                    + file.evaluation().number(),
                                            getTranslation("coaching.fromEvaluation")),
                                    new Anchor(
                                            "development/"
                                                    + id
                                                    + "?from=evaluation-"
                                                    + file.evaluation().number(),
                                            getTranslation("development.fromEvaluation"))));
        }
    }

    private void comment(String text, String key) {
        if (!text.isBlank()) {
            var said = new Paragraph(text);
            said.addClassName("quality-said");
            add(new H2(words.say(key)), said);
        }
    }

    private List<Comparison.Column> columns() {
        var columns = new ArrayList<Comparison.Column>();
        for (var revision : file.revisions().reversed()) {
            columns.add(
                    new Comparison.Column(
                            file.revisions().size() == 1
                                    ? words.say("compare.evaluator")
                                    : words.say(
                                            "compare.revision",
                                            revision.number(),
                                            revision.writtenBy()),
                            revision.answers()));
        }
        var self = file.selfAssessment();
        if (self != null) {
            columns.add(new Comparison.Column(words.say("compare.self"), self.answers()));
        }
        return columns;
    }

    // ------------------------------------------------------------------ disputes

    private void disputes() {
        var self = file.selfAssessment();
        comment(self == null ? "" : self.comment(), "evaluation.selfComment");
        for (var dispute : file.disputes()) {
            add(new DisputePart(words, dispute));
            if (dispute.waits() && sources.evaluations().mayResolve(file.evaluation())) {
                add(resolution());
            } else if (dispute.waits()) {
                var other = new Paragraph(words.say("dispute.somebodyElse"));
                other.addClassName("sheet-about");
                add(other);
            }
        }
    }

    private Component resolution() {
        var part = new Section();
        part.addClassName("quality-resolution");
        var why = new TextArea(words.say("dispute.answer"));
        why.setHelperText(words.say("dispute.answerWhat"));
        why.setMaxLength(LONGEST);
        why.setWidthFull();
        var trouble = new Paragraph();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var score = new ScorePanel(words);
        var place = new Div();
        var form = new SheetForm[1];
        form[0] =
                new SheetForm(
                        words,
                        file.scorecard().sheet(),
                        file.current().answers(),
                        () ->
                                score.show(
                                        Scoring.review(
                                                file.scorecard().sheet(), form[0].answers())));
        score.show(Scoring.review(file.scorecard().sheet(), file.current().answers()));
        var change = new Button(words.say("dispute.change"));
        var keep =
                new Button(
                        words.say("dispute.keep"),
                        _ ->
                                attempt(
                                        form[0],
                                        trouble,
                                        () -> {
                                            sources.evaluations()
                                                    .keep(
                                                            file.evaluation().number(),
                                                            file.evaluation().version(),
                                                            why.getValue());
                                            onResolved.accept("dispute.kept");
                                        }));
        change.addClickListener(_ -> {
            if (place.getChildren().findAny().isEmpty()) {
                place.add(score, form[0]);
                change.setText(words.say("dispute.saveChange"));
                change.addThemeVariants(ButtonVariant.PRIMARY);
                keep.setVisible(false);
                return;
            }
            attempt(
                    form[0],
                    trouble,
                    () -> {
                        sources.evaluations()
                                .change(
                                        file.evaluation().number(),
                                        file.evaluation().version(),
                                        form[0].answers(),
                                        why.getValue());
                        onResolved.accept("dispute.changed");
                    });
        });
        var buttons = new Div(keep, change);
        buttons.addClassName("record-buttons");
        part.add(place, why, trouble, buttons);
        return part;
    }

    private void attempt(SheetForm form, Paragraph trouble, Runnable deed) {
        trouble.setVisible(false);
        var refusals = Refusals.ofForm(this::getTranslation);
        try {
            deed.run();
        } catch (InvalidInput e) {
            var rest = form.show(e, refusals);
            trouble.setText(
                    rest.isEmpty()
                            ? words.say("draft.incomplete", e.problems().size())
                            : refusals.say(new InvalidInput(rest)));
            trouble.setVisible(true);
        } catch (RuntimeException e) {
            trouble.setText(refusals.say(e));
            trouble.setVisible(true);
        }
    }

    /// A dispute, with what became of it.
    static final class DisputePart extends Section {

        DisputePart(QualityWords words, Dispute dispute) {
            addClassName("quality-dispute");
            var reason = new Paragraph(dispute.reason());
            reason.addClassName("quality-said");
            add(new H2(words.say("dispute.title", words.at(dispute.raisedAt()))), reason);
            var outcome = dispute.outcome();
            var at = dispute.resolvedAt();
            var note = dispute.note();
            if (outcome == null || at == null || note == null) {
                add(new Paragraph(words.say("dispute.waits")));
                return;
            }
            var answer = new Paragraph(note);
            answer.addClassName("quality-said");
            add(
                    new Paragraph(
                            words.say(
                                    "dispute.outcome." + outcome,
                                    String.valueOf(dispute.resolvedBy()),
                                    words.at(at))),
                    answer);
        }
    }
}
