package dev.rollcall.adherence.engine;

import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One person's day as it is told to the engine's callers: entries that overlap, events in any
/// order, and the rules.
///
/// @param schedule entries as written; of one layer the later in the list lies on top
/// @param events of several at one instant the later in the list wins
public record RawDay(
        TimeSpan period,
        Instant asOf,
        List<PlannedActivity> schedule,
        List<PresenceFrom> events,
        String initialPresence,
        List<TimeSpan> excuses,
        Rules rules) {

    /// The categories of the contract, and two activities an admin added.
    static final Map<String, Category> CATEGORIES =
            Map.ofEntries(
                    Map.entry("WORK", Category.WORK),
                    Map.entry("BREAK", Category.AUXILIARY),
                    Map.entry("LUNCH", Category.AUXILIARY),
                    Map.entry("MEETING", Category.AUXILIARY),
                    Map.entry("TRAINING", Category.AUXILIARY),
                    Map.entry("COACHING", Category.AUXILIARY),
                    Map.entry("BACK_OFFICE", Category.AUXILIARY),
                    Map.entry("TIME_OFF", Category.TIME_OFF),
                    Map.entry("STOCKTAKING", Category.AUXILIARY),
                    Map.entry("PROJECT", Category.WORK));

    public static Category category(String activity) {
        var category = CATEGORIES.get(activity);
        if (category == null) {
            throw new IllegalArgumentException("No category for " + activity);
        }
        return category;
    }

    /// What the engine is given.
    public Case asCase() {
        var pieces =
                Layers.visible(schedule, RawDay::category).stream()
                        .map(piece ->
                                new Piece(
                                        piece.activity(),
                                        piece.category(),
                                        piece.span().start(),
                                        piece.span().end()))
                        .toList();
        return new Case(period, asOf, pieces, events, initialPresence, excuses);
    }

    Assessment assess() {
        return Engine.assess(asCase(), rules);
    }

    Day laidOut() {
        return Day.of(asCase(), rules);
    }

    /// The same day in another tempo: every second from the start of the period on lasts a `tick`.
    RawDay inTempo(Duration tick) {
        return new RawDay(
                inTempo(period, tick),
                inTempo(asOf, tick),
                schedule.stream()
                        .map(it -> new PlannedActivity(it.activity(), inTempo(it.span(), tick)))
                        .toList(),
                events.stream()
                        .map(it -> new PresenceFrom(inTempo(it.at(), tick), it.presence()))
                        .toList(),
                initialPresence,
                excuses.stream().map(it -> inTempo(it, tick)).toList(),
                new Rules(
                        rules.mapping(),
                        rules.unmapped(),
                        rules.unscheduled(),
                        inTempo(rules.defaultGrace(), tick),
                        rules.graceByActivity().entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                it -> inTempo(it.getValue(), tick))),
                        rules.workingPresences(),
                        inTempo(rules.severe(), tick)));
    }

    /// What was found for this day, as it reads in another tempo.
    Assessment inTempo(Assessment found, Duration tick) {
        return new Assessment(
                inTempo(found.scheduled(), tick),
                inTempo(found.scheduledWork(), tick),
                inTempo(found.working(), tick),
                inTempo(found.neutral(), tick),
                inTempo(found.unmapped(), tick),
                inTempo(found.unscheduledWork(), tick),
                inTempo(found.raw(), tick),
                inTempo(found.tolerated(), tick),
                inTempo(found.score(), tick),
                found.deviations().stream()
                        .map(it ->
                                new Deviation(
                                        inTempo(it.start(), tick),
                                        inTempo(it.end(), tick),
                                        it.activity(),
                                        it.presences(),
                                        it.impact(),
                                        it.edge(),
                                        inTempo(it.tolerated(), tick),
                                        inTempo(it.excused(), tick)))
                        .toList());
    }

    private Instant inTempo(Instant instant, Duration tick) {
        return period.start().plus(inTempo(Duration.between(period.start(), instant), tick));
    }

    private TimeSpan inTempo(TimeSpan span, Duration tick) {
        return TimeSpan.of(inTempo(span.start(), tick), inTempo(span.end(), tick));
    }

    private static Duration inTempo(Duration duration, Duration tick) {
        return tick.multipliedBy(duration.toSeconds());
    }

    private static Tally inTempo(Tally tally, Duration tick) {
        return new Tally(inTempo(tally.in(), tick), inTempo(tally.out(), tick));
    }

    private static Grace inTempo(Grace grace, Duration tick) {
        return switch (grace) {
            case Grace.None none -> none;
            case Grace.MinimumException(var duration) ->
                    new Grace.MinimumException(inTempo(duration, tick));
            case Grace.Boundary(var startBefore, var startAfter, var endBefore, var endAfter) ->
                    new Grace.Boundary(
                            inTempo(startBefore, tick),
                            inTempo(startAfter, tick),
                            inTempo(endBefore, tick),
                            inTempo(endAfter, tick));
            case Grace.AlarmOnly(var duration) -> new Grace.AlarmOnly(inTempo(duration, tick));
        };
    }

    @Override
    public String toString() {
        return """
        judged %s to %s, as of %s
        schedule %s
        first %s, then %s
        excuses %s
        mapping %s, unmapped %s, unscheduled %s
        grace %s, by activity %s
        working %s, severe %s
        """
                .formatted(
                        period.start(),
                        period.end(),
                        asOf,
                        schedule,
                        initialPresence,
                        events,
                        excuses,
                        rules.mapping().rules(),
                        rules.unmapped(),
                        rules.unscheduled(),
                        rules.defaultGrace(),
                        rules.graceByActivity(),
                        rules.workingPresences(),
                        rules.severe());
    }
}
