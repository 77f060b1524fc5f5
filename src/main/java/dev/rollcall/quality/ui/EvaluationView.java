package dev.rollcall.quality.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rollcall.kit.LeaveGuard;
import dev.rollcall.people.Agent;
import dev.rollcall.quality.Evaluation;
import dev.rollcall.quality.EvaluationFile;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// One evaluation beside the interaction it is about: to be written while it is a draft, to be read
/// and its dispute to be resolved afterwards.
@Route("quality/evaluations/:number")
@Requires({Permission.QUALITY_VIEW, Permission.QUALITY_WRITE})
final class EvaluationView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(EvaluationView.class);
    private static final int MILLIS = 5_000;

    private final QualitySources sources;
    private final QualityWords words;
    private final LeaveGuard guard = new LeaveGuard();
    private @Nullable DraftPart draft;
    private String title = "";

    EvaluationView(QualitySources sources) {
        this.sources = sources;
        words = new QualityWords(this::getTranslation, getLocale());
        title = words.say("evaluation.title");
        addClassName("quality-page");
    }

    @Override
    public String getPageTitle() {
        return title + " – Rollcall";
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

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (draft != null && draft.isDirty()) {
            guard.ask(event);
        }
    }

    private void show(long number) {
        removeAll();
        draft = null;
        try {
            sources.evaluations()
                    .open(number, sources.scope())
                    .ifPresentOrElse(this::show, () -> trouble("evaluation.gone"));
        } catch (DataAccessException e) {
            LOG.warn("An evaluation cannot be read: {}", e.getClass().getSimpleName());
            trouble("away");
        }
    }

    private void trouble(String key) {
        var sentence = new Paragraph(words.say(key));
        sentence.addClassName("board-empty");
        sentence.getElement().setAttribute("role", "alert");
        add(back(), new H1(words.say("evaluation.title")), sentence);
    }

    private Component back() {
        var back = new Anchor("quality", words.say("back"));
        back.addClassName("quality-back");
        return back;
    }

    private void show(EvaluationFile file) {
        var known = file.evaluation();
        var name = sources.name(known.agent());
        title = words.say("evaluation.of", name);
        var second = new Span(second(file));
        second.addClassName("board-second");
        var head = new Div(new H1(title), second);
        head.addClassName("quality-head");
        var facts = new InteractionPart(words, file.interaction(), name);
        var side = new Div(facts);
        side.addClassName("quality-side");
        var main = new Div();
        main.addClassName("quality-main");
        var both = new Div(side, main);
        both.addClassName("quality-split");
        if (known.isDraft()) {
            var writing =
                    new DraftPart(
                            sources,
                            words,
                            file,
                            guard,
                            () -> {
                                tell("evaluation.publishedNow", name);
                                show(known.number());
                            },
                            this::leave);
            draft = writing;
            side.add(writing.score());
            main.add(writing);
        } else {
            if (sources.access().viewer().may(Permission.FEEDBACK_GIVE)) {
                head.add(feedback(known));
            }
            main.add(
                    new PublishedPart(
                            sources,
                            words,
                            file,
                            key -> {
                                tell(key);
                                show(known.number());
                            }));
        }
        add(guard, back(), head, both);
    }

    /// The way to say something about it, in the room where that is done.
    private Component feedback(Evaluation known) {
        var who = sources.directory().agent(known.agent()).map(Agent::externalId).orElse("");
        var give =
                new Anchor(
                        "feedback?about=evaluation&ref="
                                + known.number()
                                + "&give="
                                + URLEncoder.encode(who, StandardCharsets.UTF_8),
                        getTranslation("feedback.give"));
        give.addClassName("quality-back");
        return give;
    }

    private String second(EvaluationFile file) {
        var known = file.evaluation();
        var published = known.publishedAt();
        var card =
                words.say("evaluation.card", file.scorecard().sheet().name(), known.cardVersion());
        return published == null
                ? words.say("evaluation.draft", card)
                : words.say("evaluation.by", card, known.evaluator().name(), words.at(published));
    }

    private void leave() {
        guard.changed(false);
        draft = null;
        UI.getCurrentOrThrow().navigate("quality");
    }

    private void tell(String key, Object... values) {
        Notification.show(words.say(key, values), MILLIS, Notification.Position.BOTTOM_START);
    }
}
