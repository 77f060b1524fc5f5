package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When somebody who forgot to clock out was probably gone. Pure.
final class LastSign {

    private LastSign() {}

    /// The last sign of life before the first long silence that reaches past the end of the shift;
    /// empty when there was no such silence, and so nothing was forgotten.
    ///
    /// @param signs when they did something or something was reported of them, from clocking in on,
    ///   in order
    /// @param due when they could have left
    /// @param quiet how long a silence has to last, counted from the last sign and from `due`
    static Optional<Instant> beforeSilence(
            List<Instant> signs, Instant due, Duration quiet, Instant now) {
        for (int i = 0; i < signs.size(); i++) {
            var sign = signs.get(i);
            var next = i + 1 < signs.size() ? signs.get(i + 1) : now;
            var from = sign.isAfter(due) ? sign : due;
            if (!from.plus(quiet).isAfter(next)) {
                return Optional.of(sign);
            }
        }
        return Optional.empty();
    }
}
