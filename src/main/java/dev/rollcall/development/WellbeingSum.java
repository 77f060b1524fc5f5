package dev.rollcall.development;

import dev.rollcall.people.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;

/// What a week was like for a unit and what lies below it, on average.
///
/// @param week its Monday
/// @param people how many said so, five at least
public record WellbeingSum(
        LocalDate week,
        UnitId unit,
        int people,
        BigDecimal mood,
        BigDecimal pace,
        BigDecimal support) {}
