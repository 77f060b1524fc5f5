package dev.rollcall.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How something compares with what was before.
///
/// @param direction which way
/// @param percent how far, without a sign, with one decimal, half up; null where there is nothing
///   to compare with
public record Growth(Direction direction, @Nullable BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public enum Direction {
        UP,
        DOWN,
        /// No difference, or one too small to be shown.
        FLAT,
        /// Something, where there was nothing.
        NEW,
        /// Nothing is known of before.
        NOT_AVAILABLE
    }

    /// @param before null when nothing is known of it
    public static Growth of(@Nullable BigDecimal before, BigDecimal now) {
        if (before == null) {
            return new Growth(Direction.NOT_AVAILABLE, null);
        }
        if (before.signum() == 0) {
            return now.signum() == 0
                    ? new Growth(Direction.FLAT, BigDecimal.ZERO.setScale(1))
                    : new Growth(Direction.NEW, null);
        }
        var change =
                now.subtract(before)
                        .multiply(HUNDRED)
                        .divide(before.abs(), 1, RoundingMode.HALF_UP);
        var direction =
                switch (change.signum()) {
                    case 1 -> Direction.UP;
                    case -1 -> Direction.DOWN;
                    default -> Direction.FLAT;
                };
        return new Growth(direction, change.abs());
    }
}
