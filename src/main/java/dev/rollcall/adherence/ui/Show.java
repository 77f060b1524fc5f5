package dev.rollcall.adherence.ui;

import dev.rollcall.kit.Severity;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which part of the board is shown; one tile of the header each.
enum Show {
    IN,
    OUT,
    UNKNOWN,
    OFF;

    static Optional<Show> of(String name) {
        return Arrays.stream(values()).filter(show -> show.token().equals(name)).findFirst();
    }

    /// Its name in addresses: `out`.
    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody who stands like this is a part of it. Grace is still in adherence.
    boolean includes(Severity severity) {
        return switch (severity) {
            case IN, GRACE -> this == IN;
            case OUT, SEVERE -> this == OUT;
            case UNKNOWN -> this == UNKNOWN;
            case NOT_SCHEDULED -> this == OFF;
        };
    }
}
