package dev.rollcall.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/// A share of a whole, exact until it is shown. Rounded once, half-up: two decimals in the public
/// interface, one on a screen.
///
/// @param part the numerator in nanoseconds, not negative
/// @param whole the denominator in nanoseconds, positive
public record Percent(BigInteger part, BigInteger whole) {

    public Percent {
        if (part.signum() < 0 || whole.signum() <= 0) {
            throw new IllegalArgumentException("No percentage: " + part + " of " + whole);
        }
    }

    /// `part` of `whole`; empty when there is no whole (never 0, never 100).
    public static Optional<Percent> of(Duration part, Duration whole) {
        return whole.isZero()
                ? Optional.empty()
                : Optional.of(new Percent(nanos(part), nanos(whole)));
    }

    /// In hundredths, rounded half-up to the decimals asked for.
    public BigDecimal rounded(int decimals) {
        return new BigDecimal(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(whole), decimals, RoundingMode.HALF_UP);
    }

    /// For comparing and drawing only; never for adding up.
    public double asDouble() {
        return new BigDecimal(part).doubleValue() / new BigDecimal(whole).doubleValue() * 100;
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.getSeconds())
                .multiply(BigInteger.valueOf(1_000_000_000))
                .add(BigInteger.valueOf(duration.getNano()));
    }
}
