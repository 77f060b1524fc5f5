package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.Refusals;
import dev.rollcall.quality.Agreement;
import dev.rollcall.quality.Answer;
import dev.rollcall.quality.CalibrationSession;
import dev.rollcall.quality.Question;
import dev.rollcall.quality.Scoring;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One calibration: everybody scores alone, and when it is closed all see how far they agree.
@Route("quality/calibrations/:number")
@Requires(Permission.QUALITY_WRITE)
final class CalibrationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(CalibrationView.class);
    private static final int MILLIS = 5_000;

    private final QualitySources sources;
    private final QualityWords words;

    CalibrationView(QualitySources sources) {
        this.sources = sources;
        words = new QualityWords(this::getTranslation, getLocale());
        addClassName("quality-page");
    }

    @Override
    public String getPageTitle() {
        return words.say("calibration.title") + " – Rollcall";
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
        var back = new Anchor("quality?show=calibration", words.say("back"));
        back.addClassName("quality-back");
        add(back);
        try {
            sources.calibrations()
                    .find(number)
                    .ifPresentOrElse(this::show, () -> trouble("calibration.gone"));
        } catch (DataAccessException e) {
            LOG.warn("A calibration cannot be read: {}", e.getClass().getSimpleName());
            trouble("away");
        }
    }

    private void trouble(String key) {
        var sentence = new Paragraph(words.say(key));
        sentence.addClassName("board-empty");
        sentence.getElement().setAttribute("role", "alert");
        add(new H1(words.say("calibration.title")), sentence);
    }

    private void show(CalibrationSession session) {
        var second =
                new Span(
                        words.say(
                                "calibration.second",
                                session.scorecard().sheet().name(),
                                session.facilitator(),
                                words.at(session.openedAt())));
        second.addClassName("board-second");
        var head = new Div(new H1(session.name()), second);
        head.addClassName("quality-head");
        add(head);
        var side =
                new Div(
                        new InteractionPart(
                                words,
                                session.interaction(),
                                sources.name(session.interaction().agent())));
        side.addClassName("quality-side");
        var main = new Div();
        main.addClassName("quality-main");
        var result = session.result();
        main.add(result == null ? scoring(session, side) : result(session, result));
        var both = new Div(side, main);
        both.addClassName("quality-split");
        add(both);
    }

    private Component scoring(CalibrationSession session, Div side) {
        var part = new Div();
        part.addClassName("quality-draft");
        var said =
                new Paragraph(
                        session.scorers().isEmpty()
                                ? words.say("calibration.blind")
                                : words.say(
                                        "calibration.scored",
                                        session.scorers().size(),
                                        String.join(", ", session.scorers())));
        var score = new ScorePanel(words);
        Map<String, Answer> own = session.own() == null ? Map.of() : session.own();
        var sheet = session.scorecard().sheet();
        var form = new SheetForm[1];
        form[0] =
                new SheetForm(
                        words,
                        sheet,
                        own,
                        () -> score.show(Scoring.review(sheet, form[0].answers())));
        score.show(Scoring.review(sheet, own));
        side.add(score);
        var trouble = new Paragraph();
        trouble.addClassName("form-problem");
        trouble.getElement().setAttribute("role", "alert");
        trouble.setVisible(false);
        var save =
                new Button(
                        words.say("calibration.score"),
                        _ ->
                                attempt(
                                        session.number(),
                                        form[0],
                                        trouble,
                                        "calibration.saved",
                                        () ->
                                                sources.calibrations()
                                                        .score(
                                                                session.number(),
                                                                form[0].answers())));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var close =
                new Button(
                        words.say("calibration.close"),
                        _ ->
                                attempt(
                                        session.number(),
                                        form[0],
                                        trouble,
                                        "calibration.closedNow",
                                        () -> sources.calibrations().close(session.number())));
        close.setVisible(session.leads());
        var buttons = new Div(save, close);
        buttons.addClassName("record-buttons");
        part.add(said, form[0], trouble, buttons);
        return part;
    }

    private void attempt(
            long number, SheetForm form, Paragraph trouble, String done, Runnable deed) {
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
            return;
        } catch (RuntimeException e) {
            trouble.setText(refusals.say(e));
            trouble.setVisible(true);
            return;
        }
        Notification.show(words.say(done), MILLIS, Notification.Position.BOTTOM_START);
        show(number);
    }

    private Component result(CalibrationSession session, Agreement result) {
        var columns = new ArrayList<Comparison.Column>();
        for (int i = 0; i < result.scorers().size(); i++) {
            var answers = new LinkedHashMap<String, Answer>();
            for (var each : result.questions()) {
                var answer = each.answers().get(i);
                if (answer != null) {
                    answers.put(each.question().key(), answer);
                }
            }
            var name = result.scorers().get(i);
            columns.add(
                    new Comparison.Column(
                            i == 0 && result.hasReference()
                                    ? words.say("calibration.reference", name)
                                    : name,
                            answers));
        }
        var table =
                new Comparison(
                        words,
                        session.scorecard().sheet(),
                        columns,
                        List.of(
                                new Comparison.More(
                                        words.say("calibration.spread"),
                                        of(result, each -> words.points(each.spread(), false))),
                                new Comparison.More(
                                        words.say("calibration.same"),
                                        of(result, each -> words.percent(each.same())))));
        var part = new Div(offs(result), table);
        part.addClassName("quality-published");
        return part;
    }

    private static Function<Question, String> of(
            Agreement result, Function<Agreement.OfQuestion, String> cell) {
        return question ->
                result.questions().stream()
                        .filter(each -> each.question().equals(question))
                        .findFirst()
                        .map(cell)
                        .orElse("");
    }

    private Component offs(Agreement result) {
        var sentences = new ArrayList<String>();
        for (int i = 0; i < result.scorers().size(); i++) {
            var name = result.scorers().get(i);
            result.off(i)
                    .ifPresent(off ->
                            sentences.add(
                                    words.say("calibration.off", name, words.points(off, true))));
        }
        return new Paragraph(
                sentences.isEmpty()
                        ? words.say("calibration.noReference")
                        : String.join(" ", sentences));
    }
}
