package dev.rollcall.feedback.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.rollcall.feedback.About;
import dev.rollcall.feedback.Feedback;
import dev.rollcall.feedback.FeedbackOfPeople.Due;
import dev.rollcall.feedback.FeedbackOfPeople.Theme;
import dev.rollcall.kit.CsvLink;
import dev.rollcall.kit.PlainTable;
import dev.rollcall.kit.Refusals;
import dev.rollcall.kit.RowList;
import dev.rollcall.kit.Segments;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Unit;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// For those who look after people: who had no feedback for long, what was given, what it is about,
/// and what anonymous rounds came to. `?give=` names whom feedback is for, `about` and `ref` of
/// what.
@Route("feedback")
@Menu(title = "feedback.title", order = 10.8, icon = "vaadin:comment-o")
@Requires({Permission.FEEDBACK_VIEW, Permission.FEEDBACK_GIVE})
final class FeedbackView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackView.class);
    private static final Duration QUARTER = Duration.ofDays(91);
    private static final int PAGE = 100;
    private static final int MILLIS = 5_000;

    /// The parts of the page.
    enum Part {
        DUE,
        GIVEN,
        THEMES,
        ROUNDS;

        String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final FeedbackSources sources;
    private final FeedbackWords words;
    private final boolean gives;
    private final Segments<Part> parts;
    private final Div place = new Div();
    private Part shown = Part.DUE;
    private long before = Long.MAX_VALUE;

    FeedbackView(FeedbackSources sources) {
        this.sources = sources;
        words = new FeedbackWords(this::getTranslation, getLocale());
        gives = sources.may(Permission.FEEDBACK_GIVE);
        addClassName("feedback-view");
        parts =
                new Segments<>(
                        words.say("parts"),
                        List.of(Part.values()),
                        part -> words.say("part." + part),
                        part ->
                                UI.getCurrentOrThrow()
                                        .navigate(
                                                FeedbackView.class,
                                                QueryParameters.of("show", part.token())));
        parts.offer(Part.ROUNDS, sources.may(Permission.FEEDBACK_VIEW));
        var head = new Div(new H1(words.say("title")));
        head.addClassName("feedback-head");
        if (gives) {
            var give = new Button(words.say("give"), _ -> give(null, null));
            give.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(give);
        }
        place.addClassName("feedback-place");
        add(head, parts, place);
    }

    @Override
    public String getPageTitle() {
        return words.say("title") + " – Rollcall";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var token = asked.getSingleParameter("show").orElse("");
        shown =
                Arrays.stream(Part.values())
                        .filter(each -> each.token().equals(token))
                        .findFirst()
                        .orElse(Part.DUE);
        before =
                asked.getSingleParameter("before")
                        .filter(each -> each.matches("[0-9]{1,18}"))
                        .map(Long::parseLong)
                        .orElse(Long.MAX_VALUE);
        show();
        if (gives) {
            asked.getSingleParameter("give")
                    .flatMap(sources.directory()::agent)
                    .filter(each ->
                            sources.access().scope(Permission.FEEDBACK_GIVE).includes(each, null))
                    .ifPresent(each ->
                            give(
                                    each,
                                    About.of(
                                                    asked.getSingleParameter("about").orElse(""),
                                                    asked.getSingleParameter("ref").orElse(""))
                                            .orElse(null)));
        }
    }

    private void give(@Nullable Agent agent, @Nullable About about) {
        var self = sources.access().viewer().agent();
        var people =
                sources
                        .directory()
                        .agents(sources.access().scope(Permission.FEEDBACK_GIVE))
                        .stream()
                        .filter(each -> !self.equals(Optional.of(each.id())))
                        .toList();
        new GiveDialog(sources, true, people, agent, about, this::show).open();
    }

    private void show() {
        parts.show(shown);
        place.removeAll();
        try {
            switch (shown) {
                case DUE -> due();
                case GIVEN -> given();
                case THEMES -> themes();
                case ROUNDS -> place.add(new RoundResults(sources, words));
            }
        } catch (DataAccessException e) {
            LOG.warn("Feedback cannot be shown: {}", e.getClass().getSimpleName());
            var trouble = new Paragraph(words.say("away"));
            trouble.getElement().setAttribute("role", "alert");
            place.add(
                    new Div(trouble, new Button(getTranslation("kit.browse.again"), _ -> show())));
        }
    }

    private void due() {
        var due = sources.people().due(sources.scope());
        if (due.isEmpty()) {
            nothing("due.none");
            return;
        }
        place.add(new Paragraph(words.say("due.what", due.size())));
        var list = new RowList();
        for (var each : due) {
            if (gives) {
                var give = new Button(words.say("give"), _ -> give(each.agent(), null));
                give.setAriaLabel(words.say("giveTo", each.agent().name()));
                list.row(each.agent().name(), waits(each), null, "", give);
            } else {
                list.row(each.agent().name(), waits(each), null, "");
            }
        }
        place.add(list);
    }

    private String waits(Due each) {
        var last = each.last();
        return last == null
                ? words.say("due.never", unit(each.agent()))
                : words.say("due.line", unit(each.agent()), words.at(last), each.days());
    }

    private String unit(Agent agent) {
        return sources.directory().unit(agent.unit()).map(Unit::name).orElse("–");
    }

    private void given() {
        var found = sources.people().page(before, sources.scope());
        if (found.isEmpty()) {
            nothing("given.none");
            return;
        }
        var tags = sources.tags().all();
        for (var each : found) {
            var head = words.say("fromTo", each.giver().name(), sources.name(each.agent()));
            place.add(
                    sources.give().mayTakeBack(each)
                            ? new FeedbackCard(
                                    words, each, head, tags, address(each), takeBack(each))
                            : new FeedbackCard(words, each, head, tags, address(each)));
        }
        if (found.size() == PAGE) {
            place.add(
                    new Anchor(
                            "feedback?show=given&before=" + found.getLast().number(),
                            words.say("given.older")));
        }
    }

    private static @Nullable String address(Feedback each) {
        var about = each.about();
        if (about == null) {
            return null;
        }
        return switch (about.subject()) {
            case EVALUATION -> "quality/evaluations/" + about.id();
            case CASE -> "cases/" + about.id();
            case DAY -> null;
        };
    }

    private Button takeBack(Feedback each) {
        return new Button(
                words.say("takeBack"),
                _ -> {
                    try {
                        sources.give().takeBack(each.number());
                        tell(words.say("takenBack"));
                    } catch (RuntimeException e) {
                        tell(Refusals.ofDeed(this::getTranslation).say(e));
                    }
                    show();
                });
    }

    private static void tell(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_START);
    }

    private void themes() {
        var now = sources.clock().instant();
        var themes =
                sources.people().themes(now.minus(QUARTER), now.plusSeconds(1), sources.scope());
        place.add(new Paragraph(words.say("themes.what")));
        if (themes.isEmpty()) {
            nothing("themes.none");
            return;
        }
        var lines = lines(themes);
        var table =
                new PlainTable(
                        "feedback.themes.tag",
                        "feedback.themes.unit",
                        "feedback.themes.praise",
                        "feedback.themes.notes");
        lines.stream().skip(1).forEach(table::line);
        var scrolling = new Div(table);
        scrolling.addClassName("feedback-scroll");
        place.add(new CsvLink("feedback.csv", words.say("themes.csv"), () -> lines), scrolling);
    }

    private List<List<String>> lines(List<Theme> themes) {
        var tags = sources.tags().all();
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        words.say("themes.tag"),
                        words.say("themes.unit"),
                        words.say("themes.praise"),
                        words.say("themes.notes")));
        for (var each : themes) {
            var unit = each.unit();
            lines.add(
                    List.of(
                            words.tag(each.tag(), tags),
                            unit == null
                                    ? words.say("themes.all")
                                    : sources.directory().unit(unit).map(Unit::name).orElse("–"),
                            "" + each.praise(),
                            "" + each.notes()));
        }
        return lines;
    }

    private void nothing(String key) {
        var none = new Div(new Paragraph(words.say(key)));
        none.addClassName("board-empty");
        place.add(none);
    }
}
