package dev.rollcall.attendance;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Unit;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The attendance of one person, one unit or one day: one of the three is set.
///
/// @param people how many people it is about
/// @param firstIn when they came, where it is about one person on one day
/// @param lastOut when they left, where it is about one person on one day
/// @param corrected how many approved corrections touch its days
public record AttendanceLine(
        @Nullable Agent agent,
        @Nullable Unit unit,
        @Nullable LocalDate date,
        int people,
        @Nullable Instant firstIn,
        @Nullable Instant lastOut,
        int corrected,
        AttendanceTotal total) {}
