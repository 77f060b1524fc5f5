package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Credits;
import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.presence.Timelines;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells a working day in full, and why one instant of it counts as it does.
@Component
class TimelineReader {

    private final Timelines timelines;

    TimelineReader(Timelines timelines) {
        this.timelines = timelines;
    }

    /// @param now up to when it is judged, if it goes on that long
    /// @param toldLater where something else is known than the day says
    PersonTimeline timeline(
            WorkingDay day, Instant now, Afterwards afterwards, List<TimeSpan> toldLater) {
        var rules = day.rules().rules();
        var soFar = day.asOf(now);
        return new PersonTimeline(
                day.agent(),
                day.date(),
                day.period(),
                asOf(day, now),
                BoardRows.within(day),
                day.segments(),
                timelines.correctedAt(day.segments()),
                day.excuses(),
                day.creditsAt(now),
                Day.of(soFar, rules).judged(),
                Engine.assess(soFar, rules),
                afterwards,
                toldLater,
                day.planVersion(),
                day.rules());
    }

    private static Instant asOf(WorkingDay day, Instant now) {
        return day.isOver(now) ? day.period().end() : now;
    }

    /// @param now up to when the day is judged, if it goes on that long
    /// @param plans finds where the plan of a piece comes from; it is asked once
    MinuteExplained minute(WorkingDay day, Instant at, Instant now, PlanOfPiece plans) {
        var asOf = asOf(day, now);
        var piece =
                day.pieces().stream()
                        .filter(p -> !at.isBefore(p.start()) && at.isBefore(p.end()))
                        .findFirst()
                        .orElse(null);
        var segment =
                day.segments().stream()
                        .filter(s -> !s.start().isAfter(at) && at.isBefore(asOf))
                        .reduce((_, later) -> later)
                        .orElse(null);
        return new MinuteExplained(
                day.agent(),
                day.date(),
                at,
                asOf,
                Day.of(day.asOf(now), day.rules().rules()).findingAt(at),
                piece,
                segment,
                plans.of(day, piece),
                day.excuses().stream()
                        .filter(each -> each.span().contains(at))
                        .findFirst()
                        .orElse(null),
                day.creditsAt(now).stream()
                        .filter(credit ->
                                Credits.excused(List.of(credit)).stream()
                                        .anyMatch(span -> span.contains(at)))
                        .findFirst()
                        .orElse(null),
                day.rules());
    }

    /// Finds the plan a scheduled piece comes from; the day's own where nothing is scheduled.
    @FunctionalInterface
    interface PlanOfPiece {
        @Nullable DayPlan of(WorkingDay day, @Nullable Piece piece);
    }
}
