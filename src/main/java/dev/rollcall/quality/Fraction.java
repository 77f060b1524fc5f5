package dev.rollcall.quality;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact number of scoring. Rounded only where it is shown or kept, half-up.
///
/// @param part with the sign
/// @param whole positive; both without a common divisor
public record Fraction(BigInteger part, BigInteger whole) implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0);
    public static final Fraction ONE = of(1);

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /// @throws IllegalArgumentException when the whole is not positive
    public Fraction {
        if (whole.signum() <= 0) {
            throw new IllegalArgumentException("No fraction: " + part + " of " + whole);
        }
        var common = part.gcd(whole);
        if (!common.equals(BigInteger.ONE)) {
            part = part.divide(common);
            whole = whole.divide(common);
        }
    }

    static Fraction of(long number) {
        return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
    }

    static Fraction of(BigDecimal number) {
        return number.scale() <= 0
                ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                part.multiply(other.whole).add(other.part.multiply(whole)),
                whole.multiply(other.whole));
    }

    Fraction times(Fraction other) {
        return new Fraction(part.multiply(other.part), whole.multiply(other.whole));
    }

    /// @param other not zero
    Fraction over(Fraction other) {
        return times(
                new Fraction(
                        other.whole.multiply(BigInteger.valueOf(other.part.signum())),
                        other.part.abs()));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.part.negate(), other.whole));
    }

    Fraction within(Fraction least, Fraction most) {
        return compareTo(least) < 0 ? least : compareTo(most) > 0 ? most : this;
    }

    public boolean isZero() {
        return part.signum() == 0;
    }

    /// In hundredths.
    public BigDecimal percent(int decimals) {
        return new BigDecimal(part.multiply(HUNDRED))
                .divide(new BigDecimal(whole), decimals, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return part.multiply(other.whole).compareTo(other.part.multiply(whole));
    }
}
