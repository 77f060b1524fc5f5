package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.Category;
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
import java.util.function.Function;

/// One person's days while they are read.
final class DaysRead {

    private final Agent agent;
    private final List<LocalDate> dates;
    private final List<TimeSpan> periods;
    private final List<DayPlan> plans;
    private final List<AttendanceDay> days = new ArrayList<>();
    private List<Correction> corrections = List.of();
    private final List<List<PresenceSegment>> behind = new ArrayList<>();

    DaysRead(Agent agent, List<LocalDate> dates, List<TimeSpan> periods, List<DayPlan> plans) {
        this.agent = agent;
        this.dates = dates;
        this.periods = periods;
        this.plans = plans;
    }

    Agent agent() {
        return agent;
    }

    /// All of it.
    TimeSpan span() {
        return TimeSpan.of(periods.getFirst().start(), periods.getLast().end());
    }

    List<AttendanceDay> days() {
        return days;
    }

    /// @param asked corrections that touch the days and wait or were approved
    /// @param forgotten so long after a shift nobody works on without knowing
    void fold(
            List<PresenceSegment> segments,
            List<Correction> asked,
            Instant now,
            Duration forgotten,
            Function<String, Category> categories) {
        corrections = asked;
        var shifts = new HashMap<LocalDate, TimeSpan>();
        for (var plan : plans) {
            Shifts.of(plan, categories).ifPresent(shift -> shifts.put(plan.date(), shift));
        }
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
            var due = shift == null ? period.end() : later(shift.end(), period.end());
            int tail = until;
            while (tail < segments.size()
                    && segments.get(tail).start().isBefore(due.plus(forgotten))) {
                tail++;
            }
            days.add(
                    AttendanceDay.of(
                            dates.get(i),
                            period,
                            shift,
                            segments.subList(from, tail),
                            now,
                            forgotten));
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

    /// How many approved corrections touch a day.
    int corrected(AttendanceDay day) {
        return (int) touching(day.period()).stream().filter(Correction::isApproved).count();
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
