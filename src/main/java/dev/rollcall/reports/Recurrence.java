package dev.rollcall.reports;

import dev.rollcall.adherence.Pattern;
import dev.rollcall.adherence.Pattern.Way;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Whether what happened in somebody's last weeks happens again and again, or now and then. Pure.
///
/// The rule is one a person can check by counting. Something recurs on a weekday when it happened
/// on at least [#WEEKDAYS] of those weekdays and on half of those worked; it recurs at all when it
/// happened on at least [#DAYS] days and on a fifth of those worked. Of several the one with the
/// largest share is told. Everything else is isolated. The numbers are ours, chosen so that
/// thirteen weeks of five days cannot meet them by two bad days; no study stands behind them.
///
/// @param happenedOn on how many days anything counted
/// @param of how many days were planned
/// @param cells what the map shows: weekday by weekday, half hour by half hour
public record Recurrence(
        Verdict verdict,
        @Nullable Evidence evidence,
        int happenedOn,
        int of,
        Map<Cell, Count> cells) {

    /// A weekday recurs from so many of them on.
    public static final int WEEKDAYS = 4;

    /// A habit of any day begins with so many days.
    public static final int DAYS = 6;

    private static final double HALF = 0.5;
    private static final double FIFTH = 0.2;

    public Recurrence {
        cells = Map.copyOf(cells);
    }

    public enum Verdict {
        /// Nothing counted at all.
        NOTHING,
        ISOLATED,
        RECURRING
    }

    /// What was counted for the verdict; where nothing recurs, what came nearest to it.
    ///
    /// @param about what was not done as planned, or what came before it and went on
    /// @param weekday null: on any day
    /// @param halfHour the half hour in the middle of those it began in
    /// @param days on how many days it happened
    /// @param of how many such days were planned
    public record Evidence(
            Way way, String about, @Nullable DayOfWeek weekday, int halfHour, int days, int of) {

        double share() {
            return of == 0 ? 0 : (double) days / of;
        }

        boolean recurs() {
            return weekday == null
                    ? days >= DAYS && share() >= FIFTH
                    : days >= WEEKDAYS && share() >= HALF;
        }
    }

    /// A half hour of a weekday: of the day the shift began on, also after midnight.
    public record Cell(DayOfWeek weekday, int halfHour) {}

    /// @param planned on how many days anything was planned then
    /// @param out on how many of them the plan was not kept then
    public record Count(int planned, int out) {}

    /// @param days of one person, in any order
    public static Recurrence in(Collection<DayFacts> days) {
        var planned = days.stream().filter(day -> day.totals().days() > 0).toList();
        var happened = planned.stream().filter(day -> !day.happened().isEmpty()).toList();
        if (happened.isEmpty()) {
            return new Recurrence(Verdict.NOTHING, null, 0, planned.size(), cells(planned));
        }
        var nearest =
                evidence(planned).stream()
                        .max(
                                Comparator.comparing(Evidence::recurs)
                                        .thenComparing(Evidence::share)
                                        .thenComparing(Evidence::days)
                                        .thenComparing(Evidence::way)
                                        .thenComparing(Evidence::about));
        boolean recurs = nearest.filter(Evidence::recurs).isPresent();
        var told =
                recurs
                        ? nearest
                        : evidence(planned).stream()
                                .max(
                                        Comparator.comparing(Evidence::days)
                                                .thenComparing(each -> each.weekday() == null)
                                                .thenComparing(Evidence::way)
                                                .thenComparing(Evidence::about));
        return new Recurrence(
                recurs ? Verdict.RECURRING : Verdict.ISOLATED,
                told.orElse(null),
                happened.size(),
                planned.size(),
                cells(planned));
    }

    private static List<Evidence> evidence(List<DayFacts> planned) {
        var onDates = new HashMap<Pattern.Happening, Map<LocalDate, Integer>>();
        for (var day : planned) {
            for (var each : day.happened()) {
                onDates.computeIfAbsent(
                                new Pattern.Happening(each.way(), each.about()),
                                _ -> new HashMap<>())
                        .putIfAbsent(day.date(), each.slot());
            }
        }
        var weekdays = new HashMap<DayOfWeek, Integer>();
        planned.forEach(day -> weekdays.merge(day.date().getDayOfWeek(), 1, Integer::sum));
        var found = new ArrayList<Evidence>();
        onDates.forEach((what, dates) -> {
            found.add(of(what, null, dates, planned.size()));
            for (var weekday : DayOfWeek.values()) {
                var own = new HashMap<>(dates);
                own.keySet().removeIf(date -> date.getDayOfWeek() != weekday);
                if (!own.isEmpty()) {
                    found.add(of(what, weekday, own, weekdays.getOrDefault(weekday, 0)));
                }
            }
        });
        return found;
    }

    private static Evidence of(
            Pattern.Happening what,
            @Nullable DayOfWeek weekday,
            Map<LocalDate, Integer> dates,
            int planned) {
        var slots = dates.values().stream().sorted().toList();
        return new Evidence(
                what.way(),
                what.activity(),
                weekday,
                slots.get(slots.size() / 2),
                dates.size(),
                planned);
    }

    private static Map<Cell, Count> cells(List<DayFacts> planned) {
        var counts = new HashMap<Cell, Count>();
        for (var day : planned) {
            long slots = 0;
            for (var activity : day.activities()) {
                slots |= activity.slots();
            }
            long out = 0;
            for (var each : day.happened()) {
                out |= each.slots();
            }
            for (int halfHour : bits(slots | out)) {
                counts.merge(
                        new Cell(day.date().getDayOfWeek(), halfHour),
                        new Count(1, HalfHours.contains(out, halfHour) ? 1 : 0),
                        (one, other) ->
                                new Count(
                                        one.planned() + other.planned(), one.out() + other.out()));
            }
        }
        return counts;
    }

    private static Set<Integer> bits(long bits) {
        var set = new HashSet<Integer>();
        IntStream.range(0, HalfHours.COUNT)
                .filter(each -> HalfHours.contains(bits, each))
                .forEach(set::add);
        return set;
    }

    /// What was counted; empty when nothing happened.
    public Optional<Evidence> told() {
        return Optional.ofNullable(evidence);
    }
}
