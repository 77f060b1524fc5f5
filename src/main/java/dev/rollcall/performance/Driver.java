package dev.rollcall.performance;

import java.math.BigDecimal;

/// One part of a change.
///
/// @param before what the factor was
/// @param now what it is
/// @param effect what that alone did to the figure
public record Driver(Kind kind, BigDecimal before, BigDecimal now, BigDecimal effect) {

    public enum Kind {
        /// On how many days there was anything.
        DAYS,
        /// How many came on such a day.
        PER_DAY,
        /// How much money each brought.
        EACH
    }
}
