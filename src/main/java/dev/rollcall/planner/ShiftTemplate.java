package dev.rollcall.planner;

import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A shift one plans again and again: the hours of work by the clock on the wall, and the breaks
/// within it, placed by rule.
///
/// @param unit whose template it is, and that of the units below; null: everybody's
/// @param stretches the hours of work, in order; more than one is a split shift
/// @param pauses what interrupts the work, in the order in which it is placed
/// @param version counts the changes; guards against overwriting another's edit
public record ShiftTemplate(
        TemplateId id,
        String name,
        @Nullable UnitId unit,
        List<Stretch> stretches,
        List<Pause> pauses,
        long version) {

    /// The activity the hours of a template are planned as.
    public static final String WORK = "WORK";

    /// Pauses of people who get one template together begin this far apart.
    static final Duration STAGGER = Duration.ofMinutes(15);

    public ShiftTemplate {
        stretches = List.copyOf(stretches);
        pauses = List.copyOf(pauses);
    }

    /// Hours of work by the clock on the wall.
    ///
    /// @param end at or before the start: on the next day
    public record Stretch(LocalTime start, LocalTime end) {

        /// Minutes from the start to the end on a day on which no clocks are changed.
        int minutes() {
            int minutes = (end.toSecondOfDay() - start.toSecondOfDay()) / 60;
            return minutes > 0 ? minutes : minutes + 24 * 60;
        }
    }

    /// Something that interrupts the work.
    ///
    /// @param activity its code
    /// @param earliest how long after the beginning of the shift it begins at the earliest
    /// @param latest how long after the beginning of the shift it begins at the latest
    public record Pause(String activity, Duration length, Duration earliest, Duration latest) {

        /// Where in its window the pause of one person among several begins: in the middle for
        /// somebody alone, else one after the other, so that not everybody is away at once.
        ///
        /// @param rank 0 for the first of them
        /// @param people how many get the template together
        Duration begin(int rank, int people) {
            int places = (int) latest.minus(earliest).dividedBy(STAGGER) + 1;
            int place = people == 1 ? (places - 1) / 2 : rank % places;
            return earliest.plus(STAGGER.multipliedBy(place));
        }
    }

    /// The shift on a date, for somebody alone.
    public List<PlannedActivity> on(LocalDate date, ZoneId zone) {
        return on(date, zone, 0, 1);
    }

    /// The shift on a date. Of a local time that comes twice the first is meant; one that does not
    /// come at all is as much later as the clocks are put forward.
    ///
    /// @param zone the person's
    /// @param rank 0 for the first of those who get the template together
    /// @param people how many get it together
    public List<PlannedActivity> on(LocalDate date, ZoneId zone, int rank, int people) {
        var entries = new ArrayList<PlannedActivity>();
        for (var span : work(date, zone)) {
            entries.add(new PlannedActivity(WORK, span));
        }
        var begin = date.atTime(stretches.getFirst().start());
        var free = begin;
        for (var pause : pauses) {
            var wanted = begin.plus(pause.begin(rank, people));
            // Whatever was placed before it stays whole.
            var from = wanted.isBefore(free) ? free : wanted;
            free = from.plus(pause.length());
            span(from, free, zone)
                    .ifPresent(span -> entries.add(new PlannedActivity(pause.activity(), span)));
        }
        return List.copyOf(entries);
    }

    private List<TimeSpan> work(LocalDate date, ZoneId zone) {
        var spans = new ArrayList<TimeSpan>();
        var after = date.atStartOfDay();
        for (var stretch : stretches) {
            var from = next(after, stretch.start());
            var to = from.plusMinutes(stretch.minutes());
            span(from, to, zone).ifPresent(spans::add);
            after = to;
        }
        return spans;
    }

    /// The first time it is that o'clock, not before an instant.
    private static LocalDateTime next(LocalDateTime after, LocalTime time) {
        var same = after.toLocalDate().atTime(time);
        return same.isBefore(after) ? same.plusDays(1) : same;
    }

    private static Optional<TimeSpan> span(LocalDateTime from, LocalDateTime to, ZoneId zone) {
        var start = instant(from, zone);
        var end = instant(to, zone);
        // A stretch that lies in the hour that is left out in spring is nothing.
        return end.isAfter(start) ? Optional.of(TimeSpan.of(start, end)) : Optional.empty();
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    /// How long it lasts from its first hour to its last, in minutes, on a day on which no clocks
    /// are changed.
    int minutes() {
        var begin = LocalDate.EPOCH.atTime(stretches.getFirst().start());
        var after = LocalDate.EPOCH.atStartOfDay();
        for (var stretch : stretches) {
            after = next(after, stretch.start()).plusMinutes(stretch.minutes());
        }
        return (int) Duration.between(begin, after).toMinutes();
    }
}
