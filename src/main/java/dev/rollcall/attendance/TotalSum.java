package dev.rollcall.attendance;

import dev.rollcall.presence.PresenceState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// A total while it is added up: the same as [AttendanceTotal#plus], without a new total for each
/// of many thousand days.
final class TotalSum {

    private final Map<PresenceState, Duration> spent = new HashMap<>();
    private int days;
    private Duration unknown = Duration.ZERO;
    private int breaks;
    private Duration breakTime = Duration.ZERO;
    private int lateArrivals;
    private Duration late = Duration.ZERO;
    private int earlyLeaves;
    private Duration early = Duration.ZERO;
    private int absences;
    private int missingClockOuts;

    void add(AttendanceTotal other) {
        other.spent().forEach((state, time) -> spent.merge(state, time, Duration::plus));
        days += other.days();
        unknown = unknown.plus(other.unknown());
        breaks += other.breaks();
        breakTime = breakTime.plus(other.breakTime());
        lateArrivals += other.lateArrivals();
        late = late.plus(other.late());
        earlyLeaves += other.earlyLeaves();
        early = early.plus(other.early());
        absences += other.absences();
        missingClockOuts += other.missingClockOuts();
    }

    AttendanceTotal total() {
        return new AttendanceTotal(
                days,
                spent,
                unknown,
                breaks,
                breakTime,
                lateArrivals,
                late,
                earlyLeaves,
                early,
                absences,
                missingClockOuts);
    }
}
