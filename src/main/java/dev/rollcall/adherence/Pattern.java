package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Piece;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What happens again and again: the deviation found on most of somebody's working days. Pure.
///
/// @param way how it touches the plan
/// @param activity what was not done as planned; for [Way#BACK_LATE] what was left too late
/// @param days on how many days it happened
public record Pattern(Way way, String activity, int days) {

    /// On so many days it is no accident any more.
    public static final int RECURS_ON = 3;

    public enum Way {
        /// The day began late.
        STARTED_LATE,
        /// What came before went on for too long.
        BACK_LATE,
        /// The day ended early.
        LEFT_EARLY,
        /// Another activity was left early.
        CUT_SHORT,
        MISSED,
        INTERRUPTED
    }

    /// The pattern in some days; empty when nothing happened on three of them. Only deviations that
    /// count against the score are looked at, each kind once a day.
    public static Optional<Pattern> in(Collection<PersonTimeline> days) {
        return among(
                days.stream()
                        .map(day -> new Day(day.schedule(), day.assessment().deviations()))
                        .toList());
    }

    static Optional<Pattern> among(Collection<Day> days) {
        var counts = new HashMap<Happening, Integer>();
        for (var day : days) {
            var today = new HashSet<Happening>();
            for (var deviation : day.deviations()) {
                happening(deviation, day.schedule()).ifPresent(today::add);
            }
            today.forEach(happening -> counts.merge(happening, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= RECURS_ON)
                .max(
                        Comparator.<java.util.Map.Entry<Happening, Integer>>comparingInt(
                                        java.util.Map.Entry::getValue)
                                .thenComparing(entry -> entry.getKey().way())
                                .thenComparing(entry -> entry.getKey().activity()))
                .map(entry ->
                        new Pattern(
                                entry.getKey().way(), entry.getKey().activity(), entry.getValue()));
    }

    /// What a deviation is called; empty when it does not count against the score, or lies outside
    /// the plan.
    ///
    /// @param schedule the pieces of its day, in order
    public static Optional<Happening> happening(Deviation deviation, List<Piece> schedule) {
        var activity = deviation.activity();
        if (activity == null
                || deviation.edge() == Edge.UNSCHEDULED
                || deviation.counted().compareTo(Duration.ZERO) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                switch (deviation.edge()) {
                    case LATE ->
                            schedule.stream()
                                    .filter(piece -> piece.end().equals(deviation.start()))
                                    .map(Piece::activity)
                                    .findFirst()
                                    .map(before -> new Happening(Way.BACK_LATE, before))
                                    .orElseGet(() -> new Happening(Way.STARTED_LATE, activity));
                    case EARLY ->
                            schedule.getLast().end().equals(deviation.end())
                                    ? new Happening(Way.LEFT_EARLY, activity)
                                    : new Happening(Way.CUT_SHORT, activity);
                    case ABSENT -> new Happening(Way.MISSED, activity);
                    case MIDDLE, UNSCHEDULED -> new Happening(Way.INTERRUPTED, activity);
                });
    }

    /// What is looked at of a working day.
    record Day(List<Piece> schedule, List<Deviation> deviations) {}

    /// How a deviation touches the plan.
    ///
    /// @param activity what was not done as planned; for [Way#BACK_LATE] what was left too late
    public record Happening(Way way, String activity) {}
}
