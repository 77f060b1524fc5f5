package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
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
public record BoardTally(
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

    /// Whether it is about nobody.
    public boolean isEmpty() {
        return scheduled + out() + unknown + off == 0;
    }

    /// Whether a header would show the same for the other.
    boolean looksLike(BoardTally other) {
        return scheduled == other.scheduled
                && in == other.in
                && outBriefly == other.outBriefly
                && outLonger == other.outLonger
                && severe == other.severe
                && unknown == other.unknown
                && off == other.off
                && Objects.equals(target, other.target)
                && score().equals(other.score())
                && raw().equals(other.raw());
    }

    public int out() {
        return outBriefly + outLonger + severe;
    }

    /// The team's day without grace and excuses, as screens show it.
    private Optional<BigDecimal> raw() {
        return figures.raw().percent().map(p -> p.rounded(1));
    }

    /// Heads in adherence of heads scheduled; empty when nobody is.
    public Optional<BigDecimal> inPercent() {
        return scheduled == 0
                ? Optional.empty()
                : dev.rollcall.shared.Percent.of(
                                Duration.ofSeconds(in), Duration.ofSeconds(scheduled))
                        .map(p -> p.rounded(0));
    }

    /// The team's score of the day: the sum of everybody's seconds.
    public Optional<BigDecimal> score() {
        return figures.score().percent().map(p -> p.rounded(1));
    }
}
