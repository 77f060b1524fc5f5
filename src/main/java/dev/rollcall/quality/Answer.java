package dev.rollcall.quality;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What somebody answered to a question.
///
/// @param value the place of the chosen option from 0 on, or a number; null: not applicable
/// @param note what they say to it, empty for nothing
public record Answer(@Nullable BigDecimal value, String note) {

    public static Answer of(long value) {
        return new Answer(BigDecimal.valueOf(value), "");
    }

    public static Answer skipped() {
        return new Answer(null, "");
    }

    public boolean isSkipped() {
        return value == null;
    }
}
