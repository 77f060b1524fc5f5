package dev.rollcall.adherence.ui.person;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rollcall.adherence.Names;
import dev.rollcall.adherence.Pattern;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.ui.AfterwardsWords;
import dev.rollcall.adherence.ui.BoardLegend;
import dev.rollcall.adherence.ui.Percents;
import dev.rollcall.adherence.ui.Times;
import dev.rollcall.kit.DurationWords;
import dev.rollcall.kit.Timeline;
import dev.rollcall.kit.TimelineWindow;
import dev.rollcall.shared.DayPeriod;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Somebody's last working days under each other, every one over the same hours, so that what
/// happens again and again stands in a column; and a sentence that says so.
final class RecentDays extends Div {

    private static final Duration MARGIN = Duration.ofMinutes(30);

    private final Names names;
    private final BoardLegend legend;
    private final Times times;
    private final Percents percents;

    /// @param days the latest first
    /// @param onDay told which day to show in full
    RecentDays(
            List<PersonTimeline> days,
            Names names,
            BoardLegend legend,
            Times times,
            Consumer<LocalDate> onDay) {
        this.names = names;
        this.legend = legend;
        this.times = times;
        this.percents = new Percents(times.locale());
        addClassName("recent-days");
        if (days.isEmpty()) {
            add(new Paragraph(getTranslation("adherence.recent.none")));
            return;
        }
        days.forEach(day -> legend.learn(day.schedule(), day.actual()));
        add(new Paragraph(sentence(days)));
        var earliest = hours(days, true);
        var latest = hours(days, false);
        for (var day : days) {
            add(line(day, earliest, latest, onDay));
        }
    }

    private String sentence(List<PersonTimeline> days) {
        return Pattern.in(days)
                .map(pattern ->
                        getTranslation(
                                "adherence.recent.recurring",
                                getTranslation(
                                        "adherence.recent." + pattern.way(),
                                        names.activity(pattern.activity())),
                                pattern.days(),
                                days.size()))
                .orElseGet(() ->
                        getTranslation(
                                days.size() < Pattern.RECURS_ON
                                        ? "adherence.recent.tooFew"
                                        : "adherence.recent.isolated",
                                days.size()));
    }

    /// The earliest start, or the latest end, of all shifts, counted from each day's midnight.
    private static Duration hours(List<PersonTimeline> days, boolean start) {
        var hours =
                days.stream()
                        .map(day ->
                                Duration.between(
                                        new DayPeriod(day.date(), day.agent().zone()).start(),
                                        start
                                                ? day.schedule().getFirst().start()
                                                : day.schedule().getLast().end()));
        return start
                ? hours.min(Comparator.naturalOrder()).orElseThrow().minus(MARGIN)
                : hours.max(Comparator.naturalOrder()).orElseThrow().plus(MARGIN);
    }

    private Div line(
            PersonTimeline day, Duration earliest, Duration latest, Consumer<LocalDate> onDay) {
        var found = day.assessment();
        var date = new Button(times.weekday(day.date()), _ -> onDay.accept(day.date()));
        date.addThemeVariants(ButtonVariant.TERTIARY);
        date.setAriaLabel(getTranslation("adherence.recent.show", times.day(day.date())));
        var midnight = new DayPeriod(day.date(), day.agent().zone()).start();
        var strip = Timeline.small();
        strip.setWindow(
                TimelineWindow.between(
                        midnight.plus(earliest), midnight.plus(latest), day.agent().zone()));
        var score = percents.of(found.score());
        strip.setStrip(
                legend.strip(day.schedule(), day.actual(), false),
                getTranslation(
                        "adherence.recent.label",
                        times.day(day.date()),
                        score,
                        found.deviations().size()));
        var figures = new Span(score);
        figures.addClassName("recent-score");
        var raw = percents.of(found.raw());
        var tolerated = percents.of(found.tolerated());
        var all =
                getTranslation(
                        "adherence.board.figures",
                        score,
                        tolerated,
                        raw,
                        percents.of(day.rules().targetPercent(), 0));
        var afterwards = new AfterwardsWords(this::getTranslation).sentence(day.afterwards());
        figures.getElement().setAttribute("title", (all + " " + afterwards).strip());
        var below =
                found.score()
                        .percent()
                        .filter(p -> p.rounded(1).compareTo(day.rules().targetPercent()) < 0)
                        .isPresent();
        figures.getElement().setAttribute("data-below", below);
        var out =
                new Span(
                        found.score().out().isZero()
                                ? ""
                                : getTranslation(
                                        "adherence.figure.out",
                                        new DurationWords(this::getTranslation)
                                                .brief(found.score().out())));
        out.addClassName("board-second");
        var line = new Div(date, strip, figures, out);
        line.addClassName("recent-day");
        return line;
    }
}
