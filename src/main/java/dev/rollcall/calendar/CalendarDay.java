package dev.rollcall.calendar;

import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.schedule.Layers;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One day of a calendar, from local midnight to the next: what was planned, and what they did as
/// far as it is past. What goes on over midnight is cut there, so that the sums of days are the sum
/// of the week, on days of 23 and 25 hours too. Pure.
///
/// @param planned in order, without overlaps
/// @param done in order; being away is left out, and work in one go is one
/// @param paid planned time that is paid
/// @param worked clocked-in time
public record CalendarDay(
        LocalDate date, List<Planned> planned, List<Done> done, Duration paid, Duration worked) {

    public CalendarDay {
        planned = List.copyOf(planned);
        done = List.copyOf(done);
    }

    /// @param before whether it began on the day before
    /// @param after whether it goes on after midnight
    public record Planned(String activity, TimeSpan span, boolean before, boolean after) {}

    /// @param open whether it still goes on
    public record Done(PresenceState state, TimeSpan span, boolean open) {

        /// Whether they worked, or could have.
        public boolean isWork() {
            return state.base() == Base.AVAILABLE || state.base() == Base.ACTIVE;
        }
    }

    /// @param pieces the plans of these and the neighbouring days, laid out
    /// @param segments the timeline of at least this day
    /// @param isPaid whether the time of an activity is paid
    static CalendarDay of(
            LocalDate date,
            ZoneId zone,
            List<Layers.Piece> pieces,
            List<PresenceSegment> segments,
            Predicate<String> isPaid,
            Instant now) {
        var day = new DayPeriod(date, zone).span();
        var planned = new ArrayList<Planned>();
        var paid = Duration.ZERO;
        for (var piece : pieces) {
            var cut = piece.span().intersection(day).orElse(null);
            if (cut != null) {
                planned.add(
                        new Planned(
                                piece.activity(),
                                cut,
                                piece.span().start().isBefore(day.start()),
                                piece.span().end().isAfter(day.end())));
                paid = isPaid.test(piece.activity()) ? paid.plus(cut.duration()) : paid;
            }
        }
        var done = new ArrayList<Done>();
        var worked = Duration.ZERO;
        for (var segment : segments) {
            var part = done(segment, day, now);
            if (part != null) {
                add(part, done);
                worked =
                        part.state().base() == Base.UNKNOWN
                                ? worked
                                : worked.plus(part.span().duration());
            }
        }
        return new CalendarDay(date, planned, done, paid, worked);
    }

    /// Being ready and being busy with something are both work here: a day has a hundred of those.
    private static void add(Done part, List<Done> done) {
        var before = done.isEmpty() ? null : done.getLast();
        if (before != null
                && before.isWork()
                && part.isWork()
                && before.span().end().equals(part.span().start())) {
            done.removeLast();
            done.add(
                    new Done(
                            PresenceState.AVAILABLE,
                            TimeSpan.of(before.span().start(), part.span().end()),
                            part.open()));
        } else {
            done.add(part);
        }
    }

    private static @Nullable Done done(PresenceSegment segment, TimeSpan day, Instant now) {
        var end = segment.end();
        boolean open = end == null || end.isAfter(now);
        var until = open || end == null ? now : end;
        if (segment.state().base() == Base.AWAY || !until.isAfter(segment.start())) {
            return null;
        }
        return TimeSpan.of(segment.start(), until)
                .intersection(day)
                .map(span -> new Done(segment.state(), span, open && day.contains(now)))
                .orElse(null);
    }
}
