package dev.rollcall.attendance;

import java.time.Instant;
import java.util.List;

/// An answer to an [AttendanceQuery].
///
/// @param asOf nothing after it counts
/// @param lines people and units by name, days by date
/// @param total of all lines together
public record AttendanceReport(
        AttendanceQuery query, Instant asOf, List<AttendanceLine> lines, AttendanceTotal total) {

    public AttendanceReport {
        lines = List.copyOf(lines);
    }
}
