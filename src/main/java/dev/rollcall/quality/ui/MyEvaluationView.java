package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.FormDialog;
import dev.rollcall.kit.Refusals;
import dev.rollcall.quality.OwnEvaluation;
import dev.rollcall.quality.OwnEvaluations;
import dev.rollcall.quality.Scoring;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One of one's own evaluations. First one says how one sees it oneself, or would rather not; then
/// both views stand side by side, and one may disagree.
@Route("my-evaluations/:number")
@Requires(Permission.QUALITY_OWN)
final class MyEvaluationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MyEvaluationView.class);
    private static final int LONGEST = 2_000;
    private static final int MILLIS = 5_000;

    private final OwnEvaluations evaluations;
    private final QualityWords words;

    MyEvaluationView(OwnEvaluations evaluations) {
        this.evaluations = evaluations;
        words = new QualityWords(this::getTranslation, getLocale());
        addClassName("quality-page");
    }

    @Override
    public String getPageTitle() {
        return words.say("own.one") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                event.getRouteParameters()
                        .get("number")
                        .filter(text -> text.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElse(0L));
    }

    private void show(long number) {
        removeAll();
        var back = new Anchor("my-evaluations", words.say("own.title"));
        back.addClassName("quality-back");
        add(back);
        try {
            evaluations.open(number).ifPresentOrElse(this::show, () -> trouble("evaluation.gone"));
        } catch (DataAccessException e) {
            LOG.warn("An own evaluation cannot be read: {}", e.getClass().getSimpleName());
            trouble("away");
        }
    }

    private void trouble(String key) {
        var sentence = new Paragraph(words.say(key));
        sentence.addClassName("board-empty");
        sentence.getElement().setAttribute("role", "alert");
        add(new H1(words.say("own.one")), sentence);
    }

    private void show(OwnEvaluation own) {
        var line = own.line();
        var second =
                new Span(
                        words.say(
                                "own.head",
                                own.scorecard().sheet().name(),
                                line.evaluator(),
                                words.at(line.publishedAt())));
        second.addClassName("board-second");
        var head =
                new Div(
                        new H1(
                                words.say(
                                        "own.line",
                                        words.channel(line.channel()),
                                        words.at(line.at()))),
                        second);
        head.addClassName("quality-head");
        var side = new Div(new InteractionPart(words, own.interaction(), words.say("own.you")));
        side.addClassName("quality-side");
        var main = new Div();
        main.addClassName("quality-main");
        var result = own.result();
        if (result == null) {
            closed(own, main);
        } else {
            open(own, result, main);
        }
        var both = new Div(side, main);
        both.addClassName("quality-split");
        add(head, both);
    }

    // ------------------------------------------------------------------ before the result

    private void closed(OwnEvaluation own, Div main) {
        var sheet = own.scorecard().sheet();
        var what = new Paragraph(words.say("own.first"));
        what.addClassName("quality-said");
        var form = new SheetForm(words, sheet, Map.of(), () -> {});
        var comment = new TextArea(words.say("own.comment"));
        comment.setMaxLength(LONGEST);
        comment.setWidthFull();
        var trouble = new Paragraph();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        long number = own.line().number();
        long version = own.line().version();
        var give =
                new Button(
                        words.say("own.assess"),
                        _ ->
                                attempt(
                                        Optional.of(form),
                                        trouble,
                                        () -> {
                                            evaluations.assess(
                                                    number,
                                                    version,
                                                    form.answers(),
                                                    comment.getValue());
                                            done(number, "own.assessed");
                                        }));
        give.addThemeVariants(ButtonVariant.PRIMARY);
        var decline =
                new Button(
                        words.say("own.decline"),
                        _ ->
                                attempt(
                                        Optional.empty(),
                                        trouble,
                                        () -> {
                                            evaluations.decline(number, version);
                                            show(number);
                                        }));
        var buttons = new Div(give, decline);
        buttons.addClassName("record-buttons");
        var part = new Div(what, SheetForm.about(sheet), form, comment, trouble, buttons);
        part.addClassName("quality-draft");
        main.add(part);
    }

    // ------------------------------------------------------------------ with the result

    private void open(OwnEvaluation own, OwnEvaluation.Result result, Div main) {
        var sheet = own.scorecard().sheet();
        var score = new ScorePanel(words);
        score.show(Scoring.review(sheet, result.current().answers()));
        var part = new Div(score);
        part.addClassName("quality-published");
        var comment = result.current().comment();
        if (!comment.isBlank()) {
            var said = new Paragraph(comment);
            said.addClassName("quality-said");
            part.add(new H2(words.say("evaluation.comment")), said);
        }
        result.disputes().forEach(each -> part.add(new PublishedPart.DisputePart(words, each)));
        part.add(
                deeds(own, result),
                new Anchor(
                        "my-development?from=evaluation-" + own.line().number(),
                        getTranslation("development.fromEvaluation")));
        var columns = new ArrayList<Comparison.Column>();
        for (var revision : result.revisions().reversed()) {
            columns.add(
                    new Comparison.Column(
                            result.revisions().size() == 1
                                    ? words.say("compare.evaluator")
                                    : words.say(
                                            "compare.revision",
                                            revision.number(),
                                            revision.writtenBy()),
                            revision.answers()));
        }
        var self = own.selfAssessment();
        if (self != null) {
            columns.add(new Comparison.Column(words.say("compare.own"), self.answers()));
        }
        part.add(
                new H2(words.say("compare.title")),
                new Comparison(words, sheet, columns, List.of()));
        main.add(part);
    }

    private Component deeds(OwnEvaluation own, OwnEvaluation.Result result) {
        var line = own.line();
        var trouble = new Paragraph();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var acknowledge =
                new Button(
                        words.say("own.acknowledge"),
                        _ ->
                                attempt(
                                        Optional.empty(),
                                        trouble,
                                        () -> {
                                            evaluations.acknowledge(line.number(), line.version());
                                            done(line.number(), "own.acknowledged");
                                        }));
        acknowledge.addThemeVariants(ButtonVariant.PRIMARY);
        acknowledge.setVisible(!line.acknowledged());
        boolean disputed =
                result.disputes().stream()
                        .anyMatch(each -> each.ofRevision() == result.current().number());
        var dispute =
                new Button(
                        words.say("own.dispute"),
                        _ -> new DisputeDialog(line.number(), line.version()).open());
        dispute.setVisible(!disputed);
        var buttons = new Div(acknowledge, dispute);
        buttons.addClassName("record-buttons");
        return new Div(trouble, buttons);
    }

    private void done(long number, String key) {
        Notification.show(words.say(key), MILLIS, Notification.Position.BOTTOM_START);
        show(number);
    }

    private void attempt(Optional<SheetForm> form, Paragraph trouble, Runnable deed) {
        trouble.setVisible(false);
        var refusals = Refusals.ofForm(this::getTranslation);
        try {
            deed.run();
        } catch (InvalidInput e) {
            var rest = form.map(it -> it.show(e, refusals)).orElse(e.problems());
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

    /// Why one does not agree.
    private final class DisputeDialog extends FormDialog {

        private final TextArea reason = new TextArea();
        private final long number;
        private final long version;

        DisputeDialog(long number, long version) {
            super(words.say("own.disputeTitle"));
            this.number = number;
            this.version = version;
            reason.setLabel(words.say("own.reason"));
            reason.setHelperText(words.say("own.reasonWhat"));
            reason.setMaxLength(LONGEST);
            reason.setWidthFull();
            reason.setMinRows(4);
            field("/reason", reason);
            ask(words.say("own.disputeSend"), reason);
        }

        @Override
        protected boolean isComplete() {
            return true;
        }

        @Override
        protected void save() {
            evaluations.dispute(number, version, reason.getValue());
            done(number, "own.disputed");
        }
    }
}
