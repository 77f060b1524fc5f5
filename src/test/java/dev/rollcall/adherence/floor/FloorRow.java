package dev.rollcall.adherence.floor;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.DayPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Makes rows of the board from hours of one day, UTC.
final class FloorRow {

    private final long number;
    private long unit = 1;
    private boolean onCall;
    private final List<Piece> plan = new ArrayList<>();
    private final List<JudgedSpan> deeds = new ArrayList<>();

    private FloorRow(long number) {
        this.number = number;
    }

    static FloorRow person(long number) {
        return new FloorRow(number);
    }

    static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    FloorRow in(long newUnit) {
        unit = newUnit;
        return this;
    }

    FloorRow onCall() {
        onCall = true;
        return this;
    }

    FloorRow plans(String activity, Category category, String from, String to) {
        plan.add(new Piece(activity, category, at(from), at(to)));
        return this;
    }

    FloorRow works(String from, String to) {
        return plans("WORK", Category.WORK, from, to);
    }

    FloorRow did(String presence, Judgement judgement, String from, String to) {
        deeds.add(new JudgedSpan(at(from), at(to), presence, judgement));
        return this;
    }

    FloorRow did(String presence, String from, String to) {
        return did(presence, Judgement.IN, from, to);
    }

    /// The row as it was made at a time; what was done last goes on.
    BoardRow madeAt(String time) {
        var now = at(time);
        var piece =
                plan.stream()
                        .filter(p -> !now.isBefore(p.start()) && now.isBefore(p.end()))
                        .findFirst()
                        .orElse(null);
        var presence = deeds.isEmpty() ? "AWAY" : deeds.getLast().presence();
        return row(new LiveState(State.IN, now, now, piece, presence, Impact.NEUTRAL));
    }

    BoardRow over() {
        return row(null);
    }

    private BoardRow row(@org.jspecify.annotations.Nullable LiveState live) {
        var date = LocalDate.parse("2026-03-02");
        var agent =
                new Agent(
                        new AgentId(number),
                        "agent-" + number,
                        "Agent " + number,
                        null,
                        new UnitId(unit),
                        Set.of(),
                        Set.of(),
                        null,
                        ZoneOffset.UTC,
                        null,
                        1);
        return new BoardRow(
                agent,
                null,
                date,
                new DayPeriod(date, ZoneOffset.UTC).span(),
                live,
                null,
                null,
                onCall,
                Figures.NONE,
                BigDecimal.valueOf(90),
                plan,
                deeds,
                List.of(),
                1);
    }
}
