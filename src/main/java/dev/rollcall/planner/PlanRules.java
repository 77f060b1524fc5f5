package dev.rollcall.planner;

import dev.rollcall.planner.PlanWarning.Kind;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// What there is to say against somebody's plan, rule by rule. Pure.
public final class PlanRules {

    private final Function<String, Category> categories;
    private final Predicate<String> isPaid;

    /// @param categories the category of an activity's code
    /// @param isPaid whether an activity is paid
    public PlanRules(Function<String, Category> categories, Predicate<String> isPaid) {
        this.categories = categories;
        this.isPaid = isPaid;
    }

    /// Everything there is to say about some days of one person, in order of date.
    ///
    /// @param days the entries of each date, also of the day before the first one and the day after
    ///   the last one that is asked about, so that rest is measured there, too
    /// @param from the first date that is asked about
    /// @param to the last date that is asked about
    public List<PlanWarning> warnings(
            SortedMap<LocalDate, List<PlannedActivity>> days,
            LocalDate from,
            LocalDate to,
            ZoneId zone,
            Terms terms) {
        var found = new ArrayList<PlanWarning>();
        days.forEach((date, entries) -> {
            found.addAll(overlaps(date, entries));
            found.addAll(outsideWork(date, entries));
            found.addAll(unavailable(date, entries, zone, terms));
        });
        found.addAll(shortRests(days, terms));
        found.addAll(overHours(days, terms));
        found.addAll(overDays(days, terms));
        return found.stream()
                .filter(each -> !each.date().isBefore(from) && !each.date().isAfter(to))
                .sorted(Comparator.comparing(PlanWarning::date).thenComparing(PlanWarning::kind))
                .toList();
    }

    /// Two entries of one layer over each other: only one of them would count.
    List<PlanWarning> overlaps(LocalDate date, List<PlannedActivity> entries) {
        var found = new ArrayList<PlanWarning>();
        for (int i = 0; i < entries.size(); i++) {
            for (int j = i + 1; j < entries.size(); j++) {
                var one = entries.get(i);
                var other = entries.get(j);
                if (categories.apply(one.activity()) == categories.apply(other.activity())) {
                    one.span()
                            .intersection(other.span())
                            .ifPresent(both ->
                                    found.add(
                                            new PlanWarning(
                                                    Kind.OVERLAP,
                                                    date,
                                                    both.duration(),
                                                    null,
                                                    both)));
                }
            }
        }
        return found;
    }

    /// A break, a meeting or a lunch with no work around it.
    List<PlanWarning> outsideWork(LocalDate date, List<PlannedActivity> entries) {
        var work =
                entries.stream()
                        .filter(entry -> categories.apply(entry.activity()) == Category.WORK)
                        .toList();
        if (work.isEmpty()) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> categories.apply(entry.activity()) == Category.AUXILIARY)
                .filter(entry ->
                        work.stream().noneMatch(each -> each.span().overlaps(entry.span())))
                .map(entry ->
                        new PlanWarning(
                                Kind.OUTSIDE_WORK,
                                date,
                                entry.span().duration(),
                                null,
                                entry.span()))
                .toList();
    }

    /// Less rest than agreed between the end of a shift and the beginning of the next; said at the
    /// later one.
    List<PlanWarning> shortRests(SortedMap<LocalDate, List<PlannedActivity>> days, Terms terms) {
        var found = new ArrayList<PlanWarning>();
        Optional<TimeSpan> before = Optional.empty();
        for (var day : days.entrySet()) {
            var shift = shift(day.getValue());
            if (before.isPresent() && shift.isPresent()) {
                var rest = Duration.between(before.get().end(), shift.get().start());
                if (rest.isNegative()) {
                    found.add(
                            new PlanWarning(
                                    Kind.INTO_NEXT_DAY,
                                    day.getKey(),
                                    rest.negated(),
                                    null,
                                    shift.get()));
                } else if (rest.compareTo(terms.rest()) < 0) {
                    found.add(
                            new PlanWarning(
                                    Kind.SHORT_REST, day.getKey(), rest, terms.rest(), null));
                }
            }
            before = shift.isPresent() ? shift : before;
        }
        return found;
    }

    /// More paid time in a week, Monday to Sunday, than agreed; said at the day with which it
    /// becomes too much.
    List<PlanWarning> overHours(SortedMap<LocalDate, List<PlannedActivity>> days, Terms terms) {
        var contract = terms.contract();
        if (contract == null) {
            return List.of();
        }
        var found = new ArrayList<PlanWarning>();
        weeks(days)
                .values()
                .forEach(week -> {
                    var sum = Duration.ZERO;
                    for (var day : week.entrySet()) {
                        var more = paid(day.getValue());
                        sum = sum.plus(more);
                        if (!more.isZero() && sum.compareTo(contract.weekly()) > 0) {
                            found.add(
                                    new PlanWarning(
                                            Kind.OVER_HOURS,
                                            day.getKey(),
                                            sum,
                                            contract.weekly(),
                                            null));
                        }
                    }
                });
        return found;
    }

    /// More days of work in a week, Monday to Sunday, than agreed.
    List<PlanWarning> overDays(SortedMap<LocalDate, List<PlannedActivity>> days, Terms terms) {
        var contract = terms.contract();
        if (contract == null) {
            return List.of();
        }
        var found = new ArrayList<PlanWarning>();
        weeks(days)
                .values()
                .forEach(week -> {
                    int worked = 0;
                    for (var day : week.entrySet()) {
                        if (shift(day.getValue()).isPresent() && ++worked > contract.daysAWeek()) {
                            found.add(
                                    new PlanWarning(
                                            Kind.OVER_DAYS,
                                            day.getKey(),
                                            Duration.ofDays(worked),
                                            Duration.ofDays(contract.daysAWeek()),
                                            null));
                        }
                    }
                });
        return found;
    }

    /// At work at hours somebody said they cannot work.
    List<PlanWarning> unavailable(
            LocalDate date, List<PlannedActivity> entries, ZoneId zone, Terms terms) {
        if (terms.availability().isEmpty()) {
            return List.of();
        }
        return shift(entries)
                .flatMap(shift -> firstOutside(shift, date, zone, terms))
                .map(span ->
                        List.of(
                                new PlanWarning(
                                        Kind.UNAVAILABLE, date, span.duration(), null, span)))
                .orElse(List.of());
    }

    private static Optional<TimeSpan> firstOutside(
            TimeSpan shift, LocalDate date, ZoneId zone, Terms terms) {
        var at = shift.start();
        for (boolean moved = true; moved && at.isBefore(shift.end()); ) {
            moved = false;
            for (int back = 1; back >= -1; back--) {
                var day = date.minusDays(back);
                for (var hours : terms.availability()) {
                    if (hours.weekday() != day.getDayOfWeek()) {
                        continue;
                    }
                    var from = day.atTime(hours.start()).atZone(zone).toInstant();
                    var to =
                            (hours.end().isAfter(hours.start()) ? day : day.plusDays(1))
                                    .atTime(hours.end())
                                    .atZone(zone)
                                    .toInstant();
                    if (!from.isAfter(at) && to.isAfter(at)) {
                        at = to;
                        moved = true;
                    }
                }
            }
        }
        return at.isBefore(shift.end())
                ? Optional.of(TimeSpan.of(at, shift.end()))
                : Optional.empty();
    }

    // ------------------------------------------------------------------ what a day comes to

    /// From the first to the last hour that is not time off; empty when there is none.
    public Optional<TimeSpan> shift(List<PlannedActivity> entries) {
        var pieces =
                Layers.visible(entries, categories).stream()
                        .filter(piece -> piece.category() != Category.TIME_OFF)
                        .toList();
        return pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        TimeSpan.of(
                                pieces.getFirst().span().start(), pieces.getLast().span().end()));
    }

    /// The paid time of a day, time off that is paid among it.
    public Duration paid(List<PlannedActivity> entries) {
        return Layers.visible(entries, categories).stream()
                .filter(piece -> isPaid.test(piece.activity()))
                .map(piece -> piece.span().duration())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Map<LocalDate, SortedMap<LocalDate, List<PlannedActivity>>> weeks(
            SortedMap<LocalDate, List<PlannedActivity>> days) {
        var weeks = new TreeMap<LocalDate, SortedMap<LocalDate, List<PlannedActivity>>>();
        days.forEach((date, entries) ->
                weeks.computeIfAbsent(
                                date.minus(date.getDayOfWeek().getValue() - 1L, ChronoUnit.DAYS),
                                _ -> new TreeMap<>())
                        .put(date, entries));
        return weeks;
    }
}
