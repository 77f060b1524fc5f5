package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.kit.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the header of the board says: head counts of this moment (or of a day that is over), and
/// one percentage of the day made of seconds.
///
/// @param scheduled people something is scheduled for
/// @param in those of them in adherence, or still within grace
/// @param outBriefly out for less than five minutes
/// @param outLonger out for five minutes or more, and not severe
/// @param severe out for the severe threshold or longer
/// @param figures everybody's day added up
/// @param target the score to reach, when it is the same for everybody
record BoardTally(
        int scheduled,
        int in,
        int outBriefly,
        int outLonger,
        int severe,
        int unknown,
        int off,
        Figures figures,
        @Nullable BigDecimal target) {

    private static final Duration BRIEFLY = Duration.ofMinutes(5);

    /// @param now decides how long somebody has been out
    static BoardTally of(Collection<BoardRow> rows, Instant now) {
        var count = new int[Severity.values().length];
        int scheduled = 0;
        int in = 0;
        int briefly = 0;
        var figures = Figures.NONE;
        for (var row : rows) {
            var standing = Standing.of(row);
            var severity = standing.severity();
            count[severity.ordinal()]++;
            boolean planned = isScheduled(row, severity);
            scheduled += planned ? 1 : 0;
            in += planned && Show.IN.includes(severity) ? 1 : 0;
            briefly += severity == Severity.OUT && isBrief(standing, now) ? 1 : 0;
            figures = figures.plus(row.figures());
        }
        return new BoardTally(
                scheduled,
                in,
                briefly,
                count[Severity.OUT.ordinal()] - briefly,
                count[Severity.SEVERE.ordinal()],
                count[Severity.UNKNOWN.ordinal()],
                count[Severity.NOT_SCHEDULED.ordinal()],
                figures,
                target(rows));
    }

    /// Work outside every entry may be an exception, and still nothing was scheduled.
    private static boolean isScheduled(BoardRow row, Severity severity) {
        return row.live() == null
                ? severity != Severity.NOT_SCHEDULED
                : row.live().scheduled() != null;
    }

    private static boolean isBrief(Standing standing, Instant now) {
        var since = standing.since();
        var length = since == null ? standing.out() : Duration.between(since, now);
        return length.compareTo(BRIEFLY) < 0;
    }

    private static @Nullable BigDecimal target(Collection<BoardRow> rows) {
        var targets = rows.stream().map(BoardRow::targetPercent).distinct().limit(2).toList();
        return targets.size() == 1 ? Objects.requireNonNull(targets.getFirst()) : null;
    }

    int out() {
        return outBriefly + outLonger + severe;
    }

    /// Heads in adherence of heads scheduled; empty when nobody is.
    Optional<BigDecimal> inPercent() {
        return scheduled == 0
                ? Optional.empty()
                : dev.rollcall.shared.Percent.of(
                                Duration.ofSeconds(in), Duration.ofSeconds(scheduled))
                        .map(p -> p.rounded(0));
    }

    /// The team's score of the day: the sum of everybody's seconds.
    Optional<BigDecimal> score() {
        return figures.score().percent().map(p -> p.rounded(1));
    }
}
