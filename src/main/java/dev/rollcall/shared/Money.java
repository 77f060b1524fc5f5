package dev.rollcall.shared;

import java.math.BigDecimal;
import java.util.Currency;

/// An amount in a currency: decimal, never floating point. Amounts in different currencies are
/// never added.
///
/// @param amount negative where money went back; scales do not matter for being equal
public record Money(BigDecimal amount, Currency currency) {

    /// Digits after the point that are kept, more than any currency has.
    public static final int SCALE = 4;

    public Money {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /// @throws IllegalArgumentException when the other is in another currency
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    currency + " and " + other.currency + " do not add up");
        }
        return new Money(amount.add(other.amount), currency);
    }
}
