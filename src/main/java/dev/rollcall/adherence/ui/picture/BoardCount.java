package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.kit.Severity;
import dev.rollcall.people.AgentId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Counts people as they come, change and go, so that one change costs one row however many there
/// are.
final class BoardCount {

    private static final Duration BRIEFLY = Duration.ofMinutes(5);

    private final int[] people = new int[Severity.values().length];
    private final Map<AgentId, Standing> out = new HashMap<>();
    private final Map<BigDecimal, Integer> targets = new HashMap<>();
    private int scheduled;
    private int in;
    private Figures figures = Figures.NONE;

    void add(BoardRow row) {
        var standing = count(row, 1);
        figures = figures.plus(row.figures());
        if (standing.severity() == Severity.OUT) {
            out.put(row.agent().id(), standing);
        }
    }

    /// @param row just as it was added
    void remove(BoardRow row) {
        count(row, -1);
        figures = figures.minus(row.figures());
        out.remove(row.agent().id());
    }

    private Standing count(BoardRow row, int by) {
        var standing = Standing.of(row);
        var severity = standing.severity();
        people[severity.ordinal()] += by;
        if (isScheduled(row, severity)) {
            scheduled += by;
            in += Show.IN.includes(severity) ? by : 0;
        }
        targets.merge(
                row.targetPercent(),
                by,
                (one, other) -> one + other == 0 ? null : Integer.valueOf(one + other));
        return standing;
    }

    /// Work outside every entry may be an exception, and still nothing was scheduled.
    private static boolean isScheduled(BoardRow row, Severity severity) {
        return row.live() == null
                ? severity != Severity.NOT_SCHEDULED
                : row.live().scheduled() != null;
    }

    /// @param now decides how long somebody has been out
    BoardTally tally(Instant now) {
        int briefly = 0;
        for (var standing : out.values()) {
            briefly += isBrief(standing, now) ? 1 : 0;
        }
        return new BoardTally(
                scheduled,
                in,
                briefly,
                people[Severity.OUT.ordinal()] - briefly,
                people[Severity.SEVERE.ordinal()],
                people[Severity.UNKNOWN.ordinal()],
                people[Severity.NOT_SCHEDULED.ordinal()],
                figures,
                targets.size() == 1 ? targets.keySet().iterator().next() : null);
    }

    private static boolean isBrief(Standing standing, Instant now) {
        var since = standing.since();
        var length = since == null ? standing.out() : Duration.between(since, now);
        return length.compareTo(BRIEFLY) < 0;
    }
}
