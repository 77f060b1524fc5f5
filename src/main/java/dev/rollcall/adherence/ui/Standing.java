package dev.rollcall.adherence.ui;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.kit.Severity;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How one row of the board stands: now, or on the whole when its day is over.
///
/// @param since when that began; null where no duration is told
/// @param out on a day that is over, what counts against the score; at a moment that is over, how
///   long it had lasted; zero on a live row
public record Standing(Severity severity, @Nullable Instant since, Duration out) {

    public static Standing of(BoardRow row) {
        var live = row.live();
        if (live == null) {
            return new Standing(ofDay(row), null, row.figures().score().out());
        }
        var severity = Severity.valueOf(live.state().name());
        boolean told = live.state().isOut() || severity == Severity.UNKNOWN;
        return new Standing(severity, told ? live.since() : null, Duration.ZERO);
    }

    private static Severity ofDay(BoardRow row) {
        var figures = row.figures();
        if (figures.scheduled().isZero()) {
            return Severity.NOT_SCHEDULED;
        }
        if (!figures.score().out().isZero()) {
            return row.actual().stream().anyMatch(s -> s.judgement() == Judgement.SEVERE)
                    ? Severity.SEVERE
                    : Severity.OUT;
        }
        return figures.score().percent().isEmpty() ? Severity.UNKNOWN : Severity.IN;
    }

    /// Out, and no longer within grace.
    public boolean isOut() {
        return severity == Severity.OUT || severity == Severity.SEVERE;
    }
}
