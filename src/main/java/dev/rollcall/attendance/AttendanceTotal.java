package dev.rollcall.attendance;

import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// What days of attendance come to. Totals of people, units and days are sums of these, nothing
/// else.
///
/// @param days days on which somebody was clocked in
/// @param spent clocked-in time by status and reason; nothing of zero length
/// @param unknown time for which the feed was silent: neither in nor out
/// @param breaks breaks begun; one that follows another without work between counts once
/// @param breakTime time in breaks, part of what was worked
/// @param lateArrivals days on which somebody came late
/// @param late by how much, in all
/// @param earlyLeaves days on which somebody left early
/// @param early by how much, in all
/// @param absences days with a shift that is over and at which nobody was seen
/// @param missingClockOuts days on which somebody stayed clocked in long after the shift
public record AttendanceTotal(
        int days,
        Map<PresenceState, Duration> spent,
        Duration unknown,
        int breaks,
        Duration breakTime,
        int lateArrivals,
        Duration late,
        int earlyLeaves,
        Duration early,
        int absences,
        int missingClockOuts) {

    public static final AttendanceTotal NONE =
            new AttendanceTotal(
                    0,
                    Map.of(),
                    Duration.ZERO,
                    0,
                    Duration.ZERO,
                    0,
                    Duration.ZERO,
                    0,
                    Duration.ZERO,
                    0,
                    0);

    public AttendanceTotal {
        spent = Map.copyOf(spent);
    }

    /// Clocked-in time: AVAILABLE, ACTIVE and UNAVAILABLE for whatever reason, breaks included.
    /// AWAY is not in it, and neither is the time for which the feed was silent.
    public Duration worked() {
        return spent.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /// Clocked-in time in one status.
    public Duration in(Base status) {
        return spent.entrySet().stream()
                .filter(each -> each.getKey().base() == status)
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Both together.
    public AttendanceTotal plus(AttendanceTotal other) {
        if (equals(NONE)) {
            return other;
        }
        var both = new HashMap<>(spent);
        other.spent.forEach((state, time) -> both.merge(state, time, Duration::plus));
        return new AttendanceTotal(
                days + other.days,
                both,
                unknown.plus(other.unknown),
                breaks + other.breaks,
                breakTime.plus(other.breakTime),
                lateArrivals + other.lateArrivals,
                late.plus(other.late),
                earlyLeaves + other.earlyLeaves,
                early.plus(other.early),
                absences + other.absences,
                missingClockOuts + other.missingClockOuts);
    }
}
