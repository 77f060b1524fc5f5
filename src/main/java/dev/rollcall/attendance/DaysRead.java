package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayBorders;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Shifts;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// One person's days while they are read.
final class DaysRead {

    private final Agent agent;
    private final List<LocalDate> dates;
    private final List<TimeSpan> periods;
    private final Map<LocalDate, TimeSpan> shifts = new HashMap<>();
    private final List<AttendanceDay> days = new ArrayList<>();
    private final List<Optional<Instant>> restsUpTo = new ArrayList<>();
    private List<Correction> corrections = List.of();
    private final List<List<PresenceSegment>> behind = new ArrayList<>();

    /// @param plans those of the dates and of their neighbours
    DaysRead(
            Agent agent,
            List<LocalDate> dates,
            List<DayPlan> plans,
            Function<String, Category> categories,
            Predicate<String> needsPresence) {
        this.agent = agent;
        this.dates = dates;
        this.periods =
                dates.stream().map(date -> DayBorders.period(date, agent.zone(), plans)).toList();
        for (var plan : plans) {
            Shifts.of(plan, categories, needsPresence)
                    .ifPresent(shift -> shifts.put(plan.date(), shift));
        }
    }

    Agent agent() {
        return agent;
    }

    /// All of it.
    TimeSpan span() {
        return TimeSpan.of(periods.getFirst().start(), periods.getLast().end());
    }

    /// Up to where a timeline has to be known: as far as a clock-out of the last day may lie.
    Instant looksUpTo(Duration forgotten) {
        return due(dates.size() - 1).plus(forgotten).plusSeconds(1);
    }

    private Instant due(int day) {
        var shift = shifts.get(dates.get(day));
        var end = periods.get(day).end();
        return shift == null ? end : later(shift.end(), end);
    }

    List<AttendanceDay> days() {
        return days;
    }

    /// The last instant each of the days rests on, by date; days that may still change are left
    /// out.
    Map<LocalDate, Instant> restsUpTo() {
        var settled = new HashMap<LocalDate, Instant>();
        for (int i = 0; i < days.size(); i++) {
            var date = dates.get(i);
            restsUpTo.get(i).ifPresent(until -> settled.put(date, until));
        }
        return settled;
    }

    /// @param asked corrections that touch the days and wait or were approved
    /// @param forgotten so long after a shift nobody works on without knowing
    void fold(
            List<PresenceSegment> segments,
            List<Correction> asked,
            Instant now,
            Duration forgotten) {
        corrections = asked;
        int from = 0;
        for (int i = 0; i < dates.size(); i++) {
            var period = periods.get(i);
            while (from < segments.size() && endsBefore(segments.get(from), period.start())) {
                from++;
            }
            int until = from;
            while (until < segments.size() && segments.get(until).start().isBefore(period.end())) {
                until++;
            }
            var shift = shifts.get(dates.get(i));
            var limit = due(i).plus(forgotten);
            int tail = until;
            while (tail < segments.size() && segments.get(tail).start().isBefore(limit)) {
                tail++;
            }
            var read = segments.subList(from, tail);
            days.add(AttendanceDay.of(dates.get(i), period, shift, read, now, forgotten));
            restsUpTo.add(AttendanceDay.restsUpTo(limit, read, now));
            behind.add(segments.subList(from, until));
        }
    }

    private static boolean endsBefore(PresenceSegment segment, Instant instant) {
        return segment.end() != null && !segment.end().isAfter(instant);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// @param clockOutReasons codes of why they clocked out, by when
    PersonAttendance detail(Instant now, Map<Instant, String> clockOutReasons) {
        var shown = new ArrayList<PersonAttendance.Day>();
        var total = AttendanceTotal.NONE;
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            var segments = cut(behind.get(i), day.period(), now);
            total = total.plus(day.total());
            if (day.shift() != null
                    || !day.total().equals(AttendanceTotal.NONE)
                    || !touching(day.period()).isEmpty()) {
                shown.add(
                        new PersonAttendance.Day(
                                day, segments, touching(day.period()), clockOutReasons));
            }
        }
        return new PersonAttendance(agent, now, shown, total);
    }

    private List<Correction> touching(TimeSpan period) {
        return corrections.stream()
                .filter(each ->
                        each.span().start().isBefore(period.end())
                                && each.span().end().isAfter(period.start()))
                .toList();
    }

    private static List<PresenceSegment> cut(
            List<PresenceSegment> segments, TimeSpan period, Instant now) {
        var cut = new ArrayList<PresenceSegment>();
        for (var segment : segments) {
            if (segment.start().isAfter(now)) {
                break;
            }
            var end = segment.end();
            cut.add(
                    new PresenceSegment(
                            later(segment.start(), period.start()),
                            end == null && period.contains(now)
                                    ? null
                                    : end == null || end.isAfter(period.end()) ? period.end() : end,
                            segment.state(),
                            segment.source(),
                            segment.eventId(),
                            segment.changedBy(),
                            segment.automatic(),
                            segment.onCall()));
        }
        // Being away before they came and after they left is no news.
        while (!cut.isEmpty() && cut.getFirst().state().base() == PresenceState.Base.AWAY) {
            cut.removeFirst();
        }
        return cut;
    }
}
