package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import java.time.Instant;
import java.util.List;

/// One person's attendance, day by day, with what it was read from.
///
/// @param asOf nothing after it counts
/// @param days in order; days on which nothing was planned and nothing happened are left out
/// @param total of all days together
public record PersonAttendance(Agent agent, Instant asOf, List<Day> days, AttendanceTotal total) {

    public PersonAttendance {
        days = List.copyOf(days);
    }

    /// @param segments what the day was read from, in order, cut to it; the last may go on
    public record Day(AttendanceDay day, List<PresenceSegment> segments) {

        public Day {
            segments = List.copyOf(segments);
        }
    }
}
