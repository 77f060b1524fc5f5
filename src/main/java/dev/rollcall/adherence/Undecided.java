package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A pair of activity and presence that happened within the last days and that no rule speaks of.
///
/// @param people how many people it touched
/// @param time how long, added up over them
/// @param firstDay the first of these working days on which it was seen
/// @param last when it was seen last
/// @param suggestion what it should obviously count as; null where nothing is obvious
public record Undecided(
        String activity,
        String presence,
        int people,
        Duration time,
        LocalDate firstDay,
        Instant last,
        @Nullable Verdict suggestion) {}
