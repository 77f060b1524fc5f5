package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.Agent;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.Percent;
import dev.rollcall.shared.TimeSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One person on the board: how they stand, what they should be doing, what they do, and their day
/// so far.
///
/// @param currentUnit the unit they work in now, null when it is their home unit or unknown
/// @param date the working day shown
/// @param period what belongs to that day
/// @param live the state now; null on a day that is over, or that has not begun
/// @param presenceSince when they began to do what they do now; null before their first event
/// @param changedBy who set their present status, when it was not themselves or a feed
/// @param onCall true while a call lasts
/// @param figures the day so far, or the whole day when it is over
/// @param targetPercent the score to reach
/// @param schedule what is visible of the plan within the period
/// @param actual what they did, judged; the last one goes on when the row is live
/// @param toldLater where something else is known now than at the moment the row is seen at; empty
///   on a row of what is known now
/// @param sequence grows with every change of this row
public record BoardRow(
        Agent agent,
        @Nullable UnitId currentUnit,
        LocalDate date,
        TimeSpan period,
        @Nullable LiveState live,
        @Nullable Instant presenceSince,
        @Nullable String changedBy,
        boolean onCall,
        Figures figures,
        BigDecimal targetPercent,
        List<Piece> schedule,
        List<JudgedSpan> actual,
        List<TimeSpan> toldLater,
        long sequence) {

    public BoardRow {
        schedule = List.copyOf(schedule);
        actual = List.copyOf(actual);
        toldLater = List.copyOf(toldLater);
    }

    public Optional<LiveState> state() {
        return Optional.ofNullable(live);
    }

    /// The headline: the score, rounded as screens show it.
    public Optional<BigDecimal> score() {
        return figures.score().percent().map(p -> p.rounded(1));
    }

    /// The same day on the whole, without its present: for a screen that does not follow it.
    public BoardRow onTheWhole() {
        return new BoardRow(
                agent,
                null,
                date,
                period,
                null,
                null,
                null,
                false,
                figures,
                targetPercent,
                schedule,
                actual,
                toldLater,
                sequence);
    }

    /// The same as it was seen at a moment that is over.
    BoardRow toldLater(List<TimeSpan> spans) {
        return new BoardRow(
                agent,
                currentUnit,
                date,
                period,
                live,
                presenceSince,
                changedBy,
                onCall,
                figures,
                targetPercent,
                schedule,
                actual,
                spans,
                sequence);
    }

    /// Whether a screen would show anything different for the other row. Judged stretches that
    /// merely grew with the clock are no difference: the browser lets them grow by itself.
    boolean looksLike(BoardRow other) {
        return agent.equals(other.agent)
                && java.util.Objects.equals(currentUnit, other.currentUnit)
                && date.equals(other.date)
                && sameState(live, other.live)
                && java.util.Objects.equals(presenceSince, other.presenceSince)
                && java.util.Objects.equals(changedBy, other.changedBy)
                && onCall == other.onCall
                && targetPercent.equals(other.targetPercent)
                && samePercent(figures.raw().percent(), other.figures.raw().percent())
                && samePercent(figures.tolerated().percent(), other.figures.tolerated().percent())
                && samePercent(figures.score().percent(), other.figures.score().percent())
                && schedule.equals(other.schedule)
                && sameStretches(actual, other.actual);
    }

    private static boolean sameState(@Nullable LiveState one, @Nullable LiveState other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.state() == other.state()
                && one.since().equals(other.since())
                && one.presence().equals(other.presence())
                && one.piece().equals(other.piece());
    }

    private static boolean samePercent(Optional<Percent> one, Optional<Percent> other) {
        return one.map(p -> p.rounded(1)).equals(other.map(p -> p.rounded(1)));
    }

    private static boolean sameStretches(List<JudgedSpan> one, List<JudgedSpan> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            var a = one.get(i);
            var b = other.get(i);
            boolean last = i == one.size() - 1;
            if (!a.start().equals(b.start())
                    || a.judgement() != b.judgement()
                    || !a.presence().equals(b.presence())
                    || (!last && !a.end().equals(b.end()))) {
                return false;
            }
        }
        return true;
    }
}
