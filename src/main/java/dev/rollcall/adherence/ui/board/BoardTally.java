package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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

    /// @param now decides how long somebody has been out
    static BoardTally of(Collection<BoardRow> rows, Instant now) {
        var count = new BoardCount();
        rows.forEach(count::add);
        return count.tally(now);
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
