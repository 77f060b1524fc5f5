package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.MinuteExplained;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.acting.PersonPart;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.RowWords;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.adherence.ui.Zoom;
import dev.rollcall.kit.Segments;
import dev.rollcall.kit.StatusPill;
import dev.rollcall.kit.Timeline;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.people.Agent;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One person's day in full: how they stand, their timeline, the three figures, and what differed
/// from the plan.
public final class AgentDrawer extends Section {

    /// Something that can be done about the person.
    ///
    /// @param aboutPerson whether it stands beside their name
    /// @param aboutDeviations whether it stands beside each deviation
    /// @param begin told which deviation it is about, null: none, and whether that goes on
    public record Act(
            String label,
            VaadinIcon icon,
            boolean aboutPerson,
            boolean aboutDeviations,
            BiConsumer<@Nullable TimeSpan, Boolean> begin) {}

    private static final Duration MARGIN = Duration.ofMinutes(30);

    private final RowWords words;
    private final Names names;
    private final BoardLegend legend;
    private final Timeline timeline = Timeline.large();
    private final FiguresPanel figures;
    private final Span badge = new Span();
    private final Div present = new Div();
    private final Div deviations = new Div();
    private List<Object> deviationsShown = List.of();
    private final Times times;
    private final MinutePanel minute;
    private final Function<Agent, Optional<String>> topics;
    private final List<Act> acts;
    private final Function<PersonTimeline, List<Component>> partsOf;
    private final Div parts = new Div();
    private @Nullable Segments<Zoom> zoomChoice;

    /// @param lastDays the working days before it, the latest first
    /// @param topics what somebody is about now, by name
    /// @param latest the last day one may go to
    /// @param onDay told which day to show; null: today
    /// @param onMinute told which instant to explain; null: none any more
    /// @param acts what can be done about the person
    /// @param parts what others have to say about a day
    /// @param onClose null: it stays open
    public AgentDrawer(
            PersonTimeline day,
            List<PersonTimeline> lastDays,
            @Nullable BoardRow row,
            Function<Agent, Optional<String>> topics,
            RowWords words,
            Names names,
            BoardLegend legend,
            LocalDate latest,
            Consumer<@Nullable LocalDate> onDay,
            Consumer<@Nullable Instant> onMinute,
            List<Act> acts,
            Function<PersonTimeline, List<Component>> parts,
            @Nullable Runnable onClose) {
        this.words = words;
        this.topics = topics;
        this.acts = List.copyOf(acts);
        this.partsOf = parts;
        this.parts.addClassName("drawer-parts");
        this.names = names;
        this.legend = legend;
        this.times = words.times();
        this.figures = new FiguresPanel(new Percents(times.locale()));
        minute = new MinutePanel(new MinuteWords(this::getTranslation, names, times), onMinute);
        timeline.addPointListener(onMinute::accept);
        addClassName("agent-drawer");
        getElement().setAttribute("aria-label", day.agent().name());
        present.addClassName("drawer-present");
        var table =
                new Details(
                        getTranslation("adherence.drawer.table"), new DayTable(day, names, times));
        table.addClassName("drawer-table");
        add(
                head(day, onClose),
                days(day, latest, onDay),
                present,
                deeds(),
                timelineHead(day),
                timeline,
                minute,
                this.parts,
                new H3(getTranslation("adherence.drawer.figures")),
                figures,
                new H3(getTranslation("adherence.drawer.deviations")),
                deviations);
        if (words.moment() == null) {
            // Of a moment that is over only what was known then.
            add(
                    new H3(getTranslation("adherence.recent.title")),
                    new RecentDays(lastDays, names, legend, times, onDay::accept));
        }
        add(table, foot(day));
        showDay(day);
        if (row != null) {
            showPresent(row);
        }
    }

    /// What can be done about the person, as buttons.
    private Div deeds() {
        var deeds = new Div();
        deeds.addClassName("drawer-deeds");
        for (var act : acts) {
            if (act.aboutPerson()) {
                deeds.add(
                        new Button(
                                act.label(),
                                act.icon().create(),
                                _ -> act.begin().accept(null, false)));
            }
        }
        deeds.setVisible(deeds.getComponentCount() > 0);
        return deeds;
    }

    private Div head(PersonTimeline day, @Nullable Runnable onClose) {
        badge.setText(RowWords.initials(day.agent().name()));
        badge.addClassName("board-badge");
        badge.getElement().setAttribute("aria-hidden", "true");
        var name = new H2(day.agent().name());
        var second = new Span(day.agent().externalId());
        second.addClassName("board-second");
        var lines = new Div(name, second);
        lines.addClassName("board-lines");
        var head = new Div(badge, lines);
        head.addClassName("drawer-head");
        if (onClose != null) {
            var close = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> onClose.run());
            close.addThemeVariants(ButtonVariant.TERTIARY);
            close.setAriaLabel(getTranslation("adherence.drawer.close"));
            head.add(close);
        }
        return head;
    }

    private Div days(PersonTimeline day, LocalDate latest, Consumer<@Nullable LocalDate> onDay) {
        var before = day.date().minusDays(1);
        var after = day.date().plusDays(1);
        var earlier =
                arrow(
                        VaadinIcon.ANGLE_LEFT,
                        "adherence.drawer.dayBefore",
                        () -> onDay.accept(before));
        var later =
                arrow(
                        VaadinIcon.ANGLE_RIGHT,
                        "adherence.drawer.dayAfter",
                        () -> onDay.accept(after.isBefore(latest) ? after : null));
        later.setEnabled(isOver(day) && day.date().isBefore(latest));
        var date = new Span(times.day(day.date()));
        date.addClassName("drawer-date");
        var days = new Div(earlier, date, later);
        days.addClassName("drawer-days");
        return days;
    }

    private Button arrow(VaadinIcon icon, String key, Runnable action) {
        var button = new Button(icon.create(), _ -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key));
        return button;
    }

    private static boolean isOver(PersonTimeline day) {
        return !day.asOf().isBefore(day.period().end());
    }

    private TimelineWindow windowOf(TimeSpan span, ZoneId zone) {
        return TimelineWindow.between(span.start(), span.end(), zone).seenAt(words.moment());
    }

    /// Offers the way to how the plan of the day came about.
    public void linkVersions(String address) {
        var link = new Anchor(address, getTranslation("adherence.drawer.versions"));
        link.addClassName("drawer-versions");
        link.getElement().setAttribute("router-link", true);
        add(link);
    }

    /// What the chart shows, and the choice between the shift and the whole day.
    private Div timelineHead(PersonTimeline day) {
        var title = new H3(getTranslation("adherence.drawer.dayChart"));
        var head = new Div(title);
        head.addClassName("drawer-line");
        var whole = dayOf(day);
        if (day.schedule().isEmpty()) {
            timeline.setWindow(windowOf(whole, times.zone()));
            return head;
        }
        var spans = new LinkedHashMap<Zoom, TimelineWindow>();
        spans.put(Zoom.SHIFT, shiftOf(day));
        spans.put(Zoom.DAY, windowOf(whole, times.zone()));
        var choice =
                new Segments<>(
                        getTranslation("adherence.zoom.label"),
                        List.copyOf(spans.keySet()),
                        zoom -> getTranslation("adherence.zoom." + zoom),
                        zoom -> show(zoom, spans));
        zoomChoice = choice;
        show(Zoom.SHIFT, spans);
        head.add(choice);
        return head;
    }

    private void show(Zoom zoom, Map<Zoom, TimelineWindow> spans) {
        timeline.setWindow(Objects.requireNonNull(spans.get(zoom)));
        if (zoomChoice != null) {
            zoomChoice.show(zoom);
        }
    }

    /// From midnight to midnight where the person is, with all of a shift that goes beyond.
    private static TimeSpan dayOf(PersonTimeline day) {
        var calendar = new DayPeriod(day.date(), day.agent().zone()).span();
        var from = earlier(calendar.start(), day.period().start());
        var to =
                earlier(calendar.end(), day.period().end()).equals(calendar.end())
                        ? day.period().end()
                        : calendar.end();
        return TimeSpan.of(from, to);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private TimelineWindow shiftOf(PersonTimeline day) {
        var schedule = day.schedule();
        var from = schedule.getFirst().start().minus(MARGIN);
        var to = schedule.getLast().end().plus(MARGIN);
        return windowOf(TimeSpan.of(from, to), times.zone());
    }

    /// Shows a day as the service answered it.
    public void showDay(PersonTimeline day) {
        legend.learn(day.schedule(), day.actual());
        timeline.setLegend(legend.toTimeline());
        timeline.setStrip(
                legend.strip(day.schedule(), day.actual(), !isOver(day), day.toldLater()),
                getTranslation("adherence.drawer.timeline", day.agent().name()));
        var found = day.assessment();
        figures.show(
                found.raw(),
                found.tolerated(),
                found.score(),
                found.conformance(),
                day.rules().targetPercent(),
                day.afterwards());
        var list = new DeviationList(day, names, times, acts);
        // What says the same stays: somebody may be about to press what is in it.
        if (!list.says().equals(deviationsShown)) {
            deviationsShown = list.says();
            deviations.removeAll();
            deviations.add(list);
        }
        showParts(partsOf.apply(day));
    }

    /// What stands on the same facts stays: somebody may be writing in it.
    private void showParts(List<Component> wanted) {
        var shown = parts.getChildren().toList();
        boolean alike = shown.size() == wanted.size();
        for (int i = 0; alike && i < shown.size(); i++) {
            alike = PersonPart.areAlike(shown.get(i), wanted.get(i));
        }
        if (!alike) {
            parts.removeAll();
            parts.add(wanted);
        }
    }

    /// Explains one instant.
    ///
    /// @param explained null: none any more
    public void explain(@Nullable MinuteExplained explained) {
        minute.show(explained);
    }

    /// Shows how the person stands now, and the day as far as it has come.
    public void showPresent(BoardRow row) {
        present.removeAll();
        badge.getElement().setAttribute("data-presence", RowWords.presenceToken(row));
        var standing = words.standing(row);
        present.add(new StatusPill(standing.severity(), words.status(row), standing.since()));
        if (row.live() != null) {
            present.add(
                    fact("adherence.column.shouldBe", words.shouldBe(row), words.shouldBeWhen(row)),
                    fact(
                            "adherence.column.is",
                            topics.apply(row.agent())
                                    .map(topic -> words.is(row) + " · " + topic)
                                    .orElse(words.is(row)),
                            words.isSince(row)));
            timeline.setStrip(
                    legend.strip(row),
                    getTranslation("adherence.drawer.timeline", row.agent().name()));
            var day = row.figures();
            figures.show(
                    day.raw(),
                    day.tolerated(),
                    day.score(),
                    day.conformance(),
                    row.targetPercent(),
                    day.afterwards());
        }
    }

    private Div fact(String key, String first, String second) {
        var caption = new Span(getTranslation(key));
        caption.addClassName("fact-caption");
        var more = new Span(second);
        more.addClassName("board-second");
        var fact = new Div(caption, new Span(first), more);
        fact.addClassName("fact");
        return fact;
    }

    private Component foot(PersonTimeline day) {
        var plan =
                day.planVersion() == 0
                        ? getTranslation("adherence.drawer.noPlan")
                        : getTranslation("adherence.drawer.plan", day.planVersion());
        var rules =
                day.rules().isShipped()
                        ? getTranslation("adherence.drawer.rulesShipped")
                        : getTranslation(
                                "adherence.drawer.rules",
                                day.rules().version(),
                                times.shortDay(day.rules().effectiveFrom()));
        var own = day.agent().zone();
        var sentences = new ArrayList<String>(List.of(plan, rules));
        sentences.add(
                getTranslation(
                        "adherence.drawer.period",
                        times.of(day.period().start()),
                        times.of(day.period().end())));
        sentences.add(getTranslation("adherence.drawer.asOf", times.of(day.asOf())));
        if (!day.toldLater().isEmpty()) {
            sentences.add(
                    getTranslation(
                            "adherence.later.why",
                            day.toldLater().stream()
                                    .map(span -> times.shift(span.start(), span.end()))
                                    .collect(Collectors.joining(", "))));
        }
        sentences.add(
                own.equals(times.zone())
                        ? getTranslation("adherence.drawer.zone", times.zone().getId())
                        : getTranslation(
                                "adherence.drawer.otherZone", times.zone().getId(), own.getId()));
        var foot = new Paragraph(String.join(" ", sentences));
        foot.addClassName("drawer-foot");
        return foot;
    }
}
