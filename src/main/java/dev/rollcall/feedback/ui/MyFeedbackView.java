package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.feedback.About;
import dev.rollcall.feedback.Feedback;
import dev.rollcall.feedback.FeedbackTag;
import dev.rollcall.feedback.Kind;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.RowList;
import dev.rollcall.kit.Segments;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// What people said to the reader about their work, what they said themselves, praise the team
/// shows, and what they are asked without their name.
@Route("my-feedback")
@Menu(title = "feedback.own.title", order = 14.8, icon = "vaadin:comment-o")
@Requires(Permission.FEEDBACK_OWN)
final class MyFeedbackView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(MyFeedbackView.class);
    private static final int MILLIS = 5_000;

    /// The parts of the page.
    enum Part {
        RECEIVED,
        GIVEN,
        TEAM,
        ROUNDS;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final FeedbackSources sources;
    private final FeedbackWords words;
    private final Segments<Part> parts;
    private final Div place = new Div();
    private Part shown = Part.RECEIVED;

    MyFeedbackView(FeedbackSources sources) {
        this.sources = sources;
        words = new FeedbackWords(this::getTranslation, getLocale());
        addClassName("feedback-view");
        parts =
                new Segments<>(
                        words.say("own.parts"),
                        List.of(Part.values()),
                        part -> words.say("own.part." + part),
                        part ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                MyFeedbackView.class,
                                                QueryParameters.of("show", part.token())));
        var give = new Button(words.say("giveColleague"), _ -> give());
        give.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new H1(words.say("own.title")), give);
        head.addClassName("feedback-head");
        var what = new Paragraph(words.say("own.what"));
        what.addClassName("records-what");
        place.addClassName("feedback-place");
        add(head, what, parts, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("own.title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters().getSingleParameter("show").orElse("");
        shown =
                Arrays.stream(Part.values())
                        .filter(each -> each.token().equals(asked))
                        .findFirst()
                        .orElse(Part.RECEIVED);
        show();
    }

    private void show() {
        parts.show(shown);
        place.removeAll();
        try {
            var rounds = sources.ownRounds().waiting();
            parts.rename(
                    Part.ROUNDS,
                    rounds.isEmpty()
                            ? words.say("own.part.ROUNDS")
                            : words.say("own.roundsCount", rounds.size()));
            var all = sources.tags().all();
            switch (shown) {
                case RECEIVED -> received(all);
                case GIVEN -> given(all);
                case TEAM -> team(all);
                case ROUNDS -> rounds();
            }
        } catch (DataAccessException e) {
            LOG.warn("Own feedback cannot be read: {}", e.getClass().getSimpleName());
            var trouble = new Paragraph(words.say("away"));
            trouble.getElement().setAttribute("role", "alert");
            place.add(
                    new Div(trouble, new Button(getTranslation("kit.browse.again"), _ -> show())));
        }
    }

    private void received(List<FeedbackTag> tags) {
        var found = sources.own().open();
        if (found.isEmpty()) {
            nothing("own.none");
            return;
        }
        var themes = OwnThemes.of(found);
        if (!themes.isEmpty()) {
            var line = new Div();
            line.addClassName("feedback-facts");
            themes.forEach(each -> {
                var chip =
                        new Span(
                                words.say(
                                        "own.theme",
                                        words.tag(each.tag(), tags),
                                        each.praise(),
                                        each.notes()));
                chip.addClassName("feedback-tag");
                line.add(chip);
            });
            place.add(line);
        }
        for (var each : found) {
            place.add(
                    new FeedbackCard(
                            words,
                            each,
                            words.say(
                                    each.fromLead() ? "own.fromLead" : "own.fromPeer",
                                    each.giver().name()),
                            tags,
                            each.about() == null ? null : address(each.about()),
                            deeds(each)));
        }
    }

    private static @Nullable String address(About about) {
        return about.subject() == About.Subject.CASE
                ? null
                : about.addressForReceiver().orElse(null);
    }

    private Component[] deeds(Feedback each) {
        var deeds = new ArrayList<Component>();
        if (each.reply() == null) {
            deeds.add(
                    button(
                            "reply.thank",
                            () -> {
                                sources.own().thank(each.number());
                                tell("reply.sent", each.giver().name());
                            }));
            deeds.add(
                    new Button(
                            words.say("reply.answer"),
                            _ ->
                                    new ReplyDialog(
                                                    words,
                                                    words.say("reply.to", each.giver().name()),
                                                    words.say("reply.once"),
                                                    words.say("field.send"),
                                                    "/text",
                                                    text -> {
                                                        sources.own().answer(each.number(), text);
                                                        tell("reply.sent", each.giver().name());
                                                        show();
                                                    })
                                            .open()));
        }
        if (each.kind() == Kind.PRAISE) {
            boolean shows = each.sharedAt() != null;
            deeds.add(
                    button(
                            shows ? "share.hide" : "share.show",
                            () -> {
                                sources.own().show(each.number(), !shows);
                                tell(shows ? "share.hidden" : "share.shown");
                            }));
        }
        if (each.report() == null) {
            var report =
                    new Button(
                            words.say("report.report"),
                            _ ->
                                    new ReplyDialog(
                                                    words,
                                                    words.say("report.report"),
                                                    words.say("report.what"),
                                                    words.say("report.send"),
                                                    "/reason",
                                                    text -> {
                                                        sources.own().report(each.number(), text);
                                                        tell("report.sent");
                                                        show();
                                                    })
                                            .open());
            report.addThemeVariants(ButtonVariant.TERTIARY);
            deeds.add(report);
        }
        return deeds.toArray(Component[]::new);
    }

    private Button button(String key, Runnable deed) {
        var button = new Button(words.say(key));
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            try {
                deed.run();
            } catch (RuntimeException e) {
                Notification.show(
                        Refusals.ofDeed(this::getTranslation).say(e),
                        MILLIS,
                        Notification.Position.BOTTOM_START);
            }
            show();
        });
        return button;
    }

    private void given(List<FeedbackTag> tags) {
        var found = sources.give().given();
        if (found.isEmpty()) {
            nothing("own.noneGiven");
            return;
        }
        for (var each : found) {
            var head =
                    words.say(
                            each.withdrawnAt() == null ? "own.to" : "own.toTakenBack",
                            sources.name(each.agent()));
            place.add(
                    sources.give().mayTakeBack(each)
                            ? new FeedbackCard(
                                    words,
                                    each,
                                    head,
                                    tags,
                                    null,
                                    button(
                                            "takeBack",
                                            () -> {
                                                sources.give().takeBack(each.number());
                                                tell("takenBack");
                                            }))
                            : new FeedbackCard(words, each, head, tags, null));
        }
    }

    private void team(List<FeedbackTag> tags) {
        var found = sources.own().shownToTheTeam();
        if (found.isEmpty()) {
            nothing("own.noneTeam");
        }
        for (var each : found) {
            place.add(
                    new FeedbackCard(
                            words,
                            each,
                            words.say("fromTo", each.giver().name(), sources.name(each.agent())),
                            tags,
                            null));
        }
    }

    private void rounds() {
        var rounds = sources.ownRounds().waiting();
        if (rounds.isEmpty()) {
            nothing("own.noneRounds");
            return;
        }
        var list = new RowList();
        for (var each : rounds) {
            var answer =
                    new Button(
                            words.say("round.answer"),
                            _ -> new RoundDialog(sources, each, this::show).open());
            answer.setAriaLabel(words.say("round.answerOf", each.title()));
            list.row(
                    each.title(),
                    words.say(
                            "round.line." + each.type(),
                            each.managerName(),
                            each.questions().size(),
                            words.at(each.closesAt())),
                    null,
                    "",
                    answer);
        }
        place.add(list);
    }

    private void give() {
        new GiveDialog(sources, false, sources.give().colleagues(), null, null, this::show).open();
    }

    private void nothing(String key) {
        var none = new Div(new Paragraph(words.say(key)));
        none.addClassName("board-empty");
        place.add(none);
    }

    private void tell(String key, Object... values) {
        Notification.show(words.say(key, values), MILLIS, Notification.Position.BOTTOM_START);
    }
}
