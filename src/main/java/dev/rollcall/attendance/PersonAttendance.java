package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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
    /// @param corrections those that touch the day and wait or were approved, oldest first
    /// @param clockOutReasons codes of why they clocked out, by when
    public record Day(
            AttendanceDay day,
            List<PresenceSegment> segments,
            List<Correction> corrections,
            Map<Instant, String> clockOutReasons) {

        public Day {
            segments = List.copyOf(segments);
            corrections = List.copyOf(corrections);
            clockOutReasons = Map.copyOf(clockOutReasons);
        }

        /// How many approved corrections touch the day.
        public int corrected() {
            return (int) corrections.stream().filter(Correction::isApproved).count();
        }
    }
}
