package dev.rollcall.incentives;

import dev.rollcall.people.UnitId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Something points can be spent on.
///
/// @param number 0 for a new one
/// @param about what people read of it; empty for nothing
/// @param price in points
/// @param stock how many are left; null: as many as are wanted
/// @param unit whose people it is for, with everything below; null: everybody
/// @param absence of time off: the code of the absence type that stands in the plan
/// @param amount of money
/// @param currency of the amount
/// @param offered whether it can be asked for
/// @param version counts the changes; guards against overwriting another's edit, and against asking
///   for something at a price nobody was shown
public record Reward(
        long number,
        String name,
        String about,
        Kind kind,
        long price,
        @Nullable Integer stock,
        @Nullable UnitId unit,
        @Nullable String absence,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        boolean offered,
        long version) {

    /// What sort of reward it is.
    public enum Kind {
        /// Paid with the wages.
        MONEY,
        /// A day off.
        TIME_OFF,
        /// A thing or a favour.
        PERK,
        /// A word before everybody.
        RECOGNITION
    }

    public boolean isLeft() {
        return stock == null || stock > 0;
    }
}
