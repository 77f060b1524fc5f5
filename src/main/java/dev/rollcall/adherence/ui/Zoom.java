package dev.rollcall.adherence.ui;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/// How much of the day the timelines show.
public enum Zoom {
    TWO_HOURS("2h", Duration.ofHours(2)),
    FOUR_HOURS("4h", Duration.ofHours(4)),
    /// The shifts of those shown.
    SHIFT("shift", Duration.ZERO),
    /// From midnight to midnight.
    DAY("day", Duration.ZERO);

    private final String token;
    private final Duration length;

    Zoom(String token, Duration length) {
        this.token = token;
        this.length = length;
    }

    public static Optional<Zoom> of(String token) {
        return Arrays.stream(values()).filter(zoom -> zoom.token.equals(token)).findFirst();
    }

    /// Its name in addresses: `4h`.
    public String token() {
        return token;
    }

    /// Whether the window has a length of its own and moves with the clock.
    public boolean moves() {
        return !length.isZero();
    }

    public Duration length() {
        return length;
    }
}
