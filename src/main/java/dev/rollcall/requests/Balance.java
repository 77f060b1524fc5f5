package dev.rollcall.requests;

import java.math.BigDecimal;

/// What is left of an allowance.
///
/// @param taken approved, whether it is over already or not
/// @param waiting asked for and not decided
public record Balance(AbsenceType type, Allowance allowance, BigDecimal taken, BigDecimal waiting) {

    /// What could still be asked for: granted and carried over, less what is approved and what
    /// waits. Below zero when more was approved.
    public BigDecimal left() {
        return allowance.granted().add(allowance.carried()).subtract(taken).subtract(waiting);
    }
}
