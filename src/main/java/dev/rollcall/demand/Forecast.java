package dev.rollcall.demand;

import dev.rollcall.demand.ForecastDay.Basis;
import dev.rollcall.shared.DayPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What will come, said simply enough to be checked by hand: the average of the same half hour on
/// the same weekday of recent weeks, in which the last week counts most. No trend and no season: it
/// says how far off it was instead ([#heldOut]).
///
/// Public holidays are not weekdays: they are left out of the averages, and what will come on one
/// is the average of those before it. A day on which nothing at all came counts as a gap, unless
/// all such weekdays were like that.
final class Forecast {

    /// How many weeks count.
    static final int WEEKS = 6;

    /// How many weekdays it takes; fewer are chance.
    static final int FEWEST = 2;

    /// How many past weeks are held out to see how far off it was.
    static final int HELD_OUT = 4;

    /// How far back history is of use.
    static final int DAYS_BACK = 7 * (WEEKS + HELD_OUT + 1);

    /// How many contacts make a handling time of a half hour's own; with fewer the day's counts.
    private static final int ENOUGH = 10;

    private final ZoneId zone;
    private final Set<LocalDate> holidays;
    private final TreeMap<LocalDate, Map<Instant, Volume>> days = new TreeMap<>();

    /// @param came by half hour; what is not there did not come
    /// @param end the first day that is not over
    Forecast(ZoneId zone, Map<Instant, Volume> came, LocalDate end, Set<LocalDate> holidays) {
        this.zone = zone;
        this.holidays = Set.copyOf(holidays);
        came.values().stream()
                .filter(volume -> volume.contacts() > 0)
                .forEach(volume -> {
                    var date = LocalDate.ofInstant(volume.start(), zone);
                    if (date.isBefore(end)) {
                        days.computeIfAbsent(date, _ -> new HashMap<>())
                                .put(volume.start(), volume);
                    }
                });
        if (!days.isEmpty()) {
            for (var date = days.firstKey(); date.isBefore(end); date = date.plusDays(1)) {
                days.putIfAbsent(date, Map.of());
            }
        }
    }

    /// What a day will bring, or would have brought, as far as is known before another day.
    ///
    /// @param known the first day of which nothing is known
    ForecastDay day(LocalDate date, LocalDate known) {
        if (holidays.contains(date)) {
            var before =
                    days.headMap(earlier(date, known), false).descendingMap().keySet().stream()
                            .filter(holidays::contains)
                            .limit(3)
                            .toList();
            return before.isEmpty()
                    ? weekday(date, known, Basis.HOLIDAY_AS_WEEKDAY)
                    : average(date, before, Basis.HOLIDAYS);
        }
        return weekday(date, known, Basis.WEEKDAYS);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private ForecastDay weekday(LocalDate date, LocalDate known, Basis basis) {
        var alike =
                Stream.iterate(date.minusWeeks(1), day -> day.minusWeeks(1))
                        .dropWhile(day -> !day.isBefore(known))
                        .limit(WEEKS)
                        .filter(days::containsKey)
                        .filter(Predicate.not(holidays::contains))
                        .toList();
        var busy = alike.stream().filter(day -> !ofDay(day).isEmpty()).toList();
        var counted = busy.isEmpty() ? alike : busy;
        return counted.size() < FEWEST
                ? new ForecastDay(date, Basis.TOO_LITTLE, counted, List.of())
                : average(date, counted, basis);
    }

    private Map<Instant, Volume> ofDay(LocalDate date) {
        return days.getOrDefault(date, Map.of());
    }

    /// @param alike the days it is made of, the latest first
    private ForecastDay average(LocalDate date, List<LocalDate> alike, Basis basis) {
        var sums = new HashMap<LocalTime, Sum>();
        var whole = new Sum();
        for (int i = 0; i < alike.size(); i++) {
            // The last counts as often as there are days, the first once.
            double weight = alike.size() - i;
            for (var start : HalfHours.of(new DayPeriod(alike.get(i), zone).span())) {
                var time = LocalTime.ofInstant(start, zone);
                var volume = ofDay(alike.get(i)).get(start);
                sums.computeIfAbsent(time, _ -> new Sum()).add(volume, weight);
                whole.add(volume, weight);
            }
        }
        var volumes = new ArrayList<Volume>();
        for (var start : HalfHours.of(new DayPeriod(date, zone).span())) {
            // Of an hour that the clocks skipped on those days nothing is known.
            var sum = sums.getOrDefault(LocalTime.ofInstant(start, zone), new Sum());
            volumes.add(
                    new Volume(
                            start,
                            Math.round(sum.average() * 1_000) / 1_000.0,
                            sum.seen >= ENOUGH ? sum.handling() : whole.handling()));
        }
        return new ForecastDay(date, basis, alike, volumes);
    }

    private static final class Sum {
        private double weights;
        private double contacts;
        private double seconds;
        private double seen;

        void add(@Nullable Volume volume, double weight) {
            weights += weight;
            if (volume != null) {
                contacts += weight * volume.contacts();
                seconds += weight * volume.contacts() * volume.handling().toSeconds();
                seen += volume.contacts();
            }
        }

        double average() {
            return weights == 0 ? 0 : contacts / weights;
        }

        /// At least a second, which is of no account when nothing came.
        Duration handling() {
            return Duration.ofSeconds(
                    contacts == 0 ? 1 : Math.max(1, Math.round(seconds / contacts)));
        }
    }

    // ------------------------------------------------------------------ how far off it was

    /// What it would have said of the last whole weeks, each from the weeks before it alone, beside
    /// what came. Days without a forecast, and those on which nothing came, are left out.
    ///
    /// @param monday of the first week that is not over
    ForecastError heldOut(LocalDate monday) {
        var weeks = new ArrayList<ForecastError.Week>();
        for (int back = HELD_OUT; back >= 1; back--) {
            var week = week(monday.minusWeeks(back));
            if (week.days() > 0) {
                weeks.add(week);
            }
        }
        return new ForecastError(weeks);
    }

    private ForecastError.Week week(LocalDate monday) {
        int counted = 0;
        double came = 0;
        double said = 0;
        double missed = 0;
        double missedDays = 0;
        for (var date = monday; date.isBefore(monday.plusWeeks(1)); date = date.plusDays(1)) {
            var arrived = ofDay(date);
            var forecast = day(date, monday);
            if (arrived.isEmpty() || forecast.basis() == Basis.TOO_LITTLE) {
                continue;
            }
            double cameThatDay = 0;
            double saidThatDay = 0;
            for (var volume : forecast.volumes()) {
                var real = arrived.get(volume.start());
                double contacts = real == null ? 0 : real.contacts();
                cameThatDay += contacts;
                saidThatDay += volume.contacts();
                missed += Math.abs(volume.contacts() - contacts);
            }
            missedDays += Math.abs(saidThatDay - cameThatDay);
            came += cameThatDay;
            said += saidThatDay;
            counted++;
        }
        return new ForecastError.Week(monday, counted, came, said, missed, missedDays);
    }
}
