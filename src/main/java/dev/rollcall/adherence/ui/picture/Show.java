package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.kit.Severity;
import dev.rollcall.people.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Which part of the board is shown. Those that say how somebody stands have a tile each.
public enum Show {
    IN,
    OUT,
    UNKNOWN,
    OFF,
    /// Out, or about to be expected elsewhere.
    SOON,
    /// Scheduled to work, and possibly not at it.
    QUIET;

    /// How far "about to" reaches.
    private static final Duration SOON_IS = Duration.ofMinutes(15);

    public static Optional<Show> of(String name) {
        return Arrays.stream(values()).filter(show -> show.token().equals(name)).findFirst();
    }

    /// Its name in addresses: `out`.
    public String token() {
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

    /// Whether a row is a part of it.
    ///
    /// @param quiet those who possibly are not at the work scheduled for them
    boolean includes(BoardRow row, Instant now, Set<AgentId> quiet) {
        return switch (this) {
            case IN, OUT, UNKNOWN, OFF -> includes(Standing.of(row).severity());
            case SOON -> isOut(row) || changesSoon(row, now);
            case QUIET -> quiet.contains(row.agent().id());
        };
    }

    private static boolean isOut(BoardRow row) {
        return Standing.of(row).isOut()
                || row.state().filter(live -> live.state().isOut()).isPresent();
    }

    /// Whether an entry of the plan begins or ends soon.
    private static boolean changesSoon(BoardRow row, Instant now) {
        var until = now.plus(SOON_IS);
        return row.live() != null
                && row.schedule().stream()
                        .flatMap(piece -> Stream.of(piece.start(), piece.end()))
                        .anyMatch(edge -> edge.isAfter(now) && !edge.isAfter(until));
    }
}
