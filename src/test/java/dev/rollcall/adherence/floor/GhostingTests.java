package dev.rollcall.adherence.floor;

import static dev.rollcall.adherence.floor.FloorRow.at;
import static dev.rollcall.adherence.floor.FloorRow.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.floor.Ghosting.Kind;
import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GhostingTests {

    private static final AgentId ONE = new AgentId(1);

    private final FloorRow quiet =
            person(1)
                    .works("08:00", "16:00")
                    .did("ACTIVE", "08:00", "09:00")
                    .did("AVAILABLE", "09:00", "09:20");

    private static FloorRow busy(long number) {
        return person(number).works("08:00", "16:00").did("ACTIVE", "09:10", "09:40");
    }

    private static FloorRow idle(long number) {
        return person(number).works("08:00", "16:00").did("AVAILABLE", "08:00", "09:40");
    }

    private static Map<AgentId, Ghosting> among(String now, FloorRow... people) {
        var rows = new ArrayList<>(Arrays.stream(people).map(p -> p.madeAt(now)).toList());
        return Ghosting.among(rows, at(now));
    }

    @Test
    void namesWhoTouchedNothingForHalfAnHourWhileColleaguesHadWork() {
        var found = among("09:40", quiet, busy(2), busy(3), idle(4));
        assertThat(found.get(ONE)).isEqualTo(new Ghosting(Kind.UNTOUCHED, at("09:00"), 2, 3));
    }

    @Test
    void namesNobodyBeforeHalfAnHour() {
        assertThat(among("09:29", quiet, busy(2), busy(3))).isEmpty();
    }

    @Test
    void namesNobodyWhereThereWasNoWork() {
        assertThat(among("09:40", quiet, busy(2), idle(3), idle(4))).doesNotContainKey(ONE);
    }

    @Test
    void namesNobodyOnAFloorOfTwo() {
        assertThat(among("09:40", quiet, busy(2))).isEmpty();
    }

    @Test
    void comparesOnlyWithinAUnit() {
        assertThat(among("09:40", quiet, busy(2).in(7), busy(3).in(7))).isEmpty();
    }

    @Test
    void namesNobodyWhoHasABreakScheduled() {
        var row =
                person(1)
                        .plans("BREAK", Category.AUXILIARY, "08:00", "16:00")
                        .did("AVAILABLE", "08:00", "09:00");
        assertThat(among("09:40", row, busy(2), busy(3))).isEmpty();
    }

    @Test
    void namesNobodyWhoIsOnACall() {
        assertThat(among("09:40", quiet.onCall(), busy(2), busy(3))).isEmpty();
    }

    @Test
    void countsOneStretchOfBeingAvailableHoweverItWasJudged() {
        var row =
                person(1)
                        .plans("BREAK", Category.AUXILIARY, "08:00", "09:20")
                        .works("09:20", "16:00")
                        .did("AVAILABLE", Judgement.OUT, "09:00", "09:20")
                        .did("AVAILABLE/OUTBOUND", "09:20", "09:40");
        assertThat(among("09:40", row, busy(2), busy(3)).get(ONE))
                .isEqualTo(new Ghosting(Kind.UNTOUCHED, at("09:00"), 2, 2));
    }

    @Test
    void namesWhoHasNotClockedInSinceTheShiftBegan() {
        var row = person(1).works("08:00", "16:00").did("AWAY", Judgement.SEVERE, "00:00", "08:15");
        assertThat(among("08:15", row).get(ONE))
                .isEqualTo(new Ghosting(Kind.ABSENT, at("08:00"), 0, 0));
        assertThat(among("08:14", row)).isEmpty();
    }

    @Test
    void namesNobodyWhoWasThereAndLeft() {
        var row =
                person(1)
                        .works("08:00", "16:00")
                        .did("AVAILABLE", "08:00", "09:00")
                        .did("AWAY", Judgement.SEVERE, "09:00", "09:40");
        assertThat(among("09:40", row)).isEmpty();
    }
}
