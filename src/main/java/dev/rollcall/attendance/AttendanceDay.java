package dev.rollcall.attendance;

import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One person's working day as their clock shows it, up to a moment. Pure.
///
/// @param date the day, in the person's zone
/// @param period what belongs to it
/// @param shift from the first to the last planned hour that is not time off; null: none
/// @param firstIn when they came; the start of the period when they were in already as the shift
///   began; null: not yet, or only left over from the day before
/// @param lastOut when they left for the last time, which may lie after the period; null: they have
///   not, or were never in
/// @param absent whether the shift is over and they were never in; false where the feed was silent
/// @param missingClockOut whether they stayed clocked in long after the shift, or after a day
///   without one
/// @param total everything else
public record AttendanceDay(
        LocalDate date,
        TimeSpan period,
        @Nullable TimeSpan shift,
        @Nullable Instant firstIn,
        @Nullable Instant lastOut,
        Duration late,
        Duration early,
        boolean absent,
        boolean missingClockOut,
        AttendanceTotal total) {

    /// What is shorter is a click, not an arrival too late.
    static final Duration TRIFLE = Duration.ofMinutes(1);

    /// What a break is called among the reasons.
    static final Set<String> BREAKS = Set.of("BREAK", "LUNCH");

    /// Reads a day off a timeline.
    ///
    /// @param segments in order, without overlaps, at least those that overlap the period; those
    ///   after it tell when somebody clocked out at last
    /// @param now nothing after it counts
    /// @param forgotten so long after the shift nobody works on without knowing
    static AttendanceDay of(
            LocalDate date,
            TimeSpan period,
            @Nullable TimeSpan shift,
            List<PresenceSegment> segments,
            Instant now,
            Duration forgotten) {
        var stays = stays(segments, now);
        var asOf = earlier(now, period.end());
        var own = stays.stream().filter(stay -> stay.belongsTo(period, shift)).toList();
        var firstIn = own.isEmpty() ? null : later(own.getFirst().start(), period.start());
        var lastOut = own.isEmpty() ? null : own.getLast().end();
        var silent = silences(segments, now);
        boolean over = shift != null && !shift.end().isAfter(now);
        boolean seen =
                shift != null
                        && (stays.stream().anyMatch(stay -> stay.overlaps(shift, now))
                                || overlaps(silent, shift.start(), shift.end()));
        var late = Duration.ZERO;
        var early = Duration.ZERO;
        if (shift != null && (seen || !over)) {
            var came = firstIn == null ? asOf : firstIn;
            late = lack(shift.start(), earlier(came, shift.end()), silent);
        }
        if (shift != null && over && seen && lastOut != null) {
            early = lack(later(lastOut, shift.start()), shift.end(), silent);
        }
        boolean absent = over && !seen;
        boolean missing = isForgotten(stays, period, shift, now, forgotten);
        var total = total(period, segments, asOf, late, early, absent, missing);
        return new AttendanceDay(
                date, period, shift, firstIn, lastOut, late, early, absent, missing, total);
    }

    /// The last instant of the timeline such a day rests on: it stays what it is, whatever is told
    /// of later ones.
    ///
    /// @param limit where the segments were cut off: so long after shift and period that nobody is
    ///   merely late in clocking out
    /// @param segments as the day was read from
    /// @return empty while the day is not over, or somebody is still clocked in from it
    static Optional<Instant> restsUpTo(Instant limit, List<PresenceSegment> segments, Instant now) {
        if (limit.isAfter(now)
                || stays(segments, now).stream().anyMatch(stay -> stay.end() == null)) {
            return Optional.empty();
        }
        var last = limit;
        for (var segment : segments) {
            // How long somebody was away afterwards makes no difference.
            if (segment.state().base() != Base.AWAY && segment.end() != null) {
                last = later(last, segment.end());
            }
        }
        return last.isAfter(now) ? Optional.empty() : Optional.of(last);
    }

    private static AttendanceTotal total(
            TimeSpan period,
            List<PresenceSegment> segments,
            Instant asOf,
            Duration late,
            Duration early,
            boolean absent,
            boolean missing) {
        var spent = new HashMap<PresenceState, Duration>();
        var unknown = Duration.ZERO;
        int breaks = 0;
        var breakTime = Duration.ZERO;
        boolean onBreak = false;
        for (var segment : segments) {
            var from = later(segment.start(), period.start());
            var to = end(segment, asOf);
            if (!to.isAfter(from)) {
                continue;
            }
            var time = Duration.between(from, to);
            boolean isBreak = isBreak(segment.state());
            if (isIn(segment)) {
                spent.merge(segment.state(), time, Duration::plus);
            } else if (segment.state().base() == Base.UNKNOWN) {
                unknown = unknown.plus(time);
            }
            if (isBreak) {
                breakTime = breakTime.plus(time);
                breaks += onBreak ? 0 : 1;
            }
            onBreak = isBreak;
        }
        return total(spent, unknown, breaks, breakTime, late, early, absent, missing);
    }

    private static AttendanceTotal total(
            Map<PresenceState, Duration> spent,
            Duration unknown,
            int breaks,
            Duration breakTime,
            Duration late,
            Duration early,
            boolean absent,
            boolean missing) {
        return new AttendanceTotal(
                spent.isEmpty() ? 0 : 1,
                spent,
                unknown,
                breaks,
                breakTime,
                late.isZero() ? 0 : 1,
                late,
                early.isZero() ? 0 : 1,
                early,
                absent ? 1 : 0,
                missing ? 1 : 0);
    }

    /// A day that was read before, from what was kept of it.
    static AttendanceDay added(
            LocalDate date,
            TimeSpan period,
            @Nullable TimeSpan shift,
            @Nullable Instant firstIn,
            @Nullable Instant lastOut,
            Duration late,
            Duration early,
            boolean absent,
            boolean missing,
            Map<PresenceState, Duration> spent,
            Duration unknown,
            int breaks,
            Duration breakTime) {
        return new AttendanceDay(
                date,
                period,
                shift,
                firstIn,
                lastOut,
                late,
                early,
                absent,
                missing,
                total(spent, unknown, breaks, breakTime, late, early, absent, missing));
    }

    /// Whether somebody was still clocked in so long after the shift, in the stay in which it
    /// ended; on a day without a shift, as long after the end of the day they came on.
    private static boolean isForgotten(
            List<Stay> stays,
            TimeSpan period,
            @Nullable TimeSpan shift,
            Instant now,
            Duration forgotten) {
        var due = shift == null ? period.end() : shift.end();
        var limit = due.plus(forgotten);
        return !limit.isAfter(now)
                && stays.stream()
                        .filter(stay -> shift != null || !stay.start().isBefore(period.start()))
                        .anyMatch(stay -> stay.start().isBefore(due) && stay.reaches(limit));
    }

    /// How long somebody was not there; nothing for a click, nor where the feed was silent: nobody
    /// is accused because a feed died.
    private static Duration lack(Instant from, Instant to, List<TimeSpan> silent) {
        if (!to.isAfter(from) || overlaps(silent, from, to)) {
            return Duration.ZERO;
        }
        var time = Duration.between(from, to);
        return time.compareTo(TRIFLE) < 0 ? Duration.ZERO : time;
    }

    private static boolean overlaps(List<TimeSpan> spans, Instant from, Instant to) {
        return spans.stream().anyMatch(s -> s.start().isBefore(to) && s.end().isAfter(from));
    }

    private static List<TimeSpan> silences(List<PresenceSegment> segments, Instant now) {
        return segments.stream()
                .filter(s -> s.state().base() == Base.UNKNOWN && s.start().isBefore(now))
                .map(s -> TimeSpan.of(s.start(), end(s, now)))
                .toList();
    }

    /// From clocking in to clocking out, by what is known now. A silence does not end one.
    private static List<Stay> stays(List<PresenceSegment> segments, Instant now) {
        var stays = new ArrayList<Stay>();
        Instant start = null;
        Instant end = null;
        boolean open = false;
        for (var segment : segments) {
            if (!segment.start().isBefore(now)) {
                break;
            }
            if (isIn(segment)) {
                start = start == null ? segment.start() : start;
                end = end(segment, now);
                open = segment.end() == null || segment.end().isAfter(now);
            } else if (segment.state().base() == Base.AWAY && start != null && end != null) {
                stays.add(new Stay(start, end));
                start = null;
            } else if (segment.state().base() == Base.UNKNOWN) {
                open = start != null && (segment.end() == null || segment.end().isAfter(now));
            }
        }
        if (start != null && end != null) {
            stays.add(new Stay(start, open ? null : end));
        }
        return stays;
    }

    private static boolean isIn(PresenceSegment segment) {
        return switch (segment.state().base()) {
            case AVAILABLE, ACTIVE, UNAVAILABLE -> true;
            case AWAY, UNKNOWN -> false;
        };
    }

    private static boolean isBreak(PresenceState state) {
        return state.base() == Base.UNAVAILABLE
                && state.reason().filter(BREAKS::contains).isPresent();
    }

    private static Instant end(PresenceSegment segment, Instant asOf) {
        var end = segment.end();
        return end == null ? asOf : earlier(end, asOf);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// @param end null while it goes on
    private record Stay(Instant start, @Nullable Instant end) {

        boolean reaches(Instant instant) {
            return end == null || !end.isBefore(instant);
        }

        /// Whether it began in the period, or was going on already when the shift began.
        boolean belongsTo(TimeSpan period, @Nullable TimeSpan shift) {
            return period.contains(start)
                    || shift != null
                            && start.isBefore(period.start())
                            && (end == null || end.isAfter(shift.start()));
        }

        boolean overlaps(TimeSpan shift, Instant now) {
            return start.isBefore(shift.end()) && (end == null ? now : end).isAfter(shift.start());
        }
    }
}
