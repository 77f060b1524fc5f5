package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.Afterwards;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.DayPeriod;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes rows of the board, on a Monday with work from 8 to 16 o'clock UTC.
final class BoardRowFixture {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    static final Piece WORK =
            new Piece(
                    "WORK",
                    Category.WORK,
                    Instant.parse("2026-03-02T08:00:00Z"),
                    Instant.parse("2026-03-02T16:00:00Z"));

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final long number;
    private String name;
    private UnitId unit = new UnitId(1);
    private @Nullable UnitId currentUnit;
    private Set<GroupId> groups = Set.of();
    private @Nullable State state = State.IN;
    private Instant since = NOON.minusSeconds(3600);
    private Impact impact = Impact.NEUTRAL;
    private @Nullable Piece piece = WORK;
    private Duration in = Duration.ofHours(4);
    private Duration out = Duration.ZERO;
    private Duration scheduled = Duration.ofHours(8);
    private long sequence = 1;

    private BoardRowFixture(long number) {
        this.number = number;
        this.name = "Agent " + number;
    }

    static BoardRowFixture row(long number) {
        return new BoardRowFixture(number);
    }

    BoardRowFixture named(String newName) {
        name = newName;
        return this;
    }

    BoardRowFixture at(UnitId home, @Nullable UnitId current) {
        unit = home;
        currentUnit = current;
        return this;
    }

    BoardRowFixture inGroup(long group) {
        groups = Set.of(new GroupId(group));
        return this;
    }

    BoardRowFixture state(State newState, Duration forSoLong) {
        state = newState;
        since = NOON.minus(forSoLong);
        if (newState == State.NOT_SCHEDULED) {
            piece = null;
        }
        return this;
    }

    BoardRowFixture impact(Impact newImpact) {
        impact = newImpact;
        return this;
    }

    BoardRowFixture score(Duration newIn, Duration newOut) {
        in = newIn;
        out = newOut;
        return this;
    }

    BoardRowFixture nothingPlanned() {
        piece = null;
        scheduled = Duration.ZERO;
        return score(Duration.ZERO, Duration.ZERO);
    }

    BoardRowFixture dayOver() {
        state = null;
        return this;
    }

    BoardRowFixture sequence(long newSequence) {
        sequence = newSequence;
        return this;
    }

    BoardRow make() {
        var tally = new Tally(in, out);
        var agent =
                new Agent(
                        new AgentId(number),
                        "agent-" + number,
                        name,
                        null,
                        unit,
                        Set.of(),
                        groups,
                        null,
                        ZoneOffset.UTC,
                        null,
                        1);
        var zero = Duration.ZERO;
        var figures =
                new Figures(
                        scheduled,
                        scheduled,
                        in,
                        zero,
                        zero,
                        zero,
                        tally,
                        tally,
                        tally,
                        0,
                        Afterwards.NOTHING);
        var live =
                state == null
                        ? null
                        : new LiveState(
                                state, since, NOON.plusSeconds(3600), piece, "AVAILABLE", impact);
        return new BoardRow(
                agent,
                currentUnit,
                DAY,
                new DayPeriod(DAY, ZoneOffset.UTC).span(),
                live,
                since,
                null,
                false,
                figures,
                BigDecimal.valueOf(90),
                scheduled.isZero() ? List.of() : List.of(WORK),
                List.of(),
                List.of(),
                sequence);
    }
}
