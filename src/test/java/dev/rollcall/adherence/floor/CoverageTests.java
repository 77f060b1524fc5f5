package dev.rollcall.adherence.floor;

import static dev.rollcall.adherence.floor.FloorRow.at;
import static dev.rollcall.adherence.floor.FloorRow.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.adherence.floor.Coverage.Heads;
import dev.rollcall.adherence.floor.Coverage.Slot;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.TimeSpan;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CoverageTests {

    private static Coverage coverage(List<BoardRow> rows, String from, String to, String now) {
        return Coverage.of(rows, TimeSpan.of(at(from), at(to)), at(now));
    }

    private static Slot only(List<BoardRow> rows, String now) {
        return coverage(rows, "08:00", "08:30", now).slots().getFirst();
    }

    @Test
    void cutsAWindowIntoWholeHalfHours() {
        var slots = coverage(List.of(), "08:10", "09:20", "09:00").slots();
        assertThat(slots)
                .extracting(Slot::span)
                .containsExactly(
                        TimeSpan.of(at("08:00"), at("08:30")),
                        TimeSpan.of(at("08:30"), at("09:00")),
                        TimeSpan.of(at("09:00"), at("09:30")));
    }

    @Test
    void countsTwoPeopleForAQuarterOfAnHourEachAsOneHead() {
        var early = person(1).works("08:00", "08:15").did("ACTIVE", "08:00", "08:15").over();
        var late = person(2).works("08:15", "08:30").did("AVAILABLE", "08:15", "08:30").over();
        var slot = only(List.of(early, late), "10:00");
        assertThat(slot.plannedHeads()).isEqualTo(1);
        assertThat(slot.presentHeads()).isEqualTo(1);
        assertThat(slot.missingHeads()).isZero();
    }

    @Test
    void plansNobodyWhoHasABreak() {
        var row = person(1).plans("BREAK", Category.AUXILIARY, "08:00", "08:30").over();
        assertThat(only(List.of(row), "10:00").plannedHeads()).isZero();
    }

    @Test
    void countsWorkThatNeedsNobodyToBeAvailable() {
        var row =
                person(1)
                        .plans("BACK_OFFICE", Category.WORK, "08:00", "08:30")
                        .did("UNAVAILABLE/BACK_OFFICE", "08:00", "08:30")
                        .over();
        assertThat(only(List.of(row), "10:00").presentHeads()).isEqualTo(1);
    }

    @Test
    void doesNotCountALunchAsPlannedForWork() {
        var row =
                person(1)
                        .plans("LUNCH", Category.AUXILIARY, "08:00", "08:30")
                        .did("UNAVAILABLE/LUNCH", "08:00", "08:30")
                        .over();
        assertThat(only(List.of(row), "10:00").presentHeads()).isZero();
    }

    @Test
    void measuresAHalfHourThatGoesOnByWhatHasPassedOfIt() {
        var there = person(1).works("08:00", "12:00").did("AVAILABLE", "08:00", "08:10");
        var gone = person(2).works("08:00", "12:00").did("AWAY", Judgement.OUT, "08:00", "08:10");
        var slot = only(List.of(there.madeAt("08:10"), gone.madeAt("08:10")), "08:10");
        assertThat(slot.plannedHeads()).isEqualTo(2);
        assertThat(slot.presentHeads()).isEqualTo(1);
        assertThat(slot.missingHeads()).isEqualTo(1);
    }

    @Test
    void letsWhatSomebodyDoesGoOnSinceTheirRowWasMade() {
        var row =
                person(1)
                        .works("08:00", "12:00")
                        .did("AVAILABLE", "08:00", "08:05")
                        .madeAt("08:05");
        assertThat(only(List.of(row), "08:20").presentHeads()).isEqualTo(1);
    }

    @Test
    void expectsNobodyBeforeAHalfHourBegins() {
        var slot = only(List.of(person(1).works("08:00", "12:00").over()), "07:00");
        assertThat(slot.hasBegun()).isFalse();
        assertThat(slot.plannedHeads()).isEqualTo(1);
        assertThat(slot.isBottleneck()).isFalse();
    }

    @Test
    void missesNobodyWhoseFeedIsSilent() {
        var row =
                person(1)
                        .works("08:00", "08:30")
                        .did("UNKNOWN", Judgement.UNKNOWN, "08:00", "08:30")
                        .over();
        var slot = only(List.of(row), "10:00");
        assertThat(slot.unknownHeads()).isEqualTo(1);
        assertThat(slot.isBottleneck()).isFalse();
    }

    @Test
    void callsItABottleneckWhenAHeadAndATenthAreMissing() {
        assertThat(missing(1, 10).isBottleneck()).isTrue();
        assertThat(missing(1, 11).isBottleneck()).isFalse();
        assertThat(missing(2, 20).isBottleneck()).isTrue();
    }

    @Test
    void callsLessThanOneHeadNoBottleneck() {
        var row = person(1).works("08:00", "08:30").did("AVAILABLE", "08:05", "08:30").over();
        assertThat(only(List.of(row), "10:00").isBottleneck()).isFalse();
    }

    @Test
    void countsHeadsOfThisMoment() {
        var there = person(1).works("08:00", "12:00").did("AVAILABLE", "08:00", "08:30");
        var away = person(2).works("08:00", "12:00").did("AWAY", Judgement.OUT, "08:00", "08:30");
        var dark =
                person(3)
                        .works("08:00", "12:00")
                        .did("UNKNOWN", Judgement.UNKNOWN, "08:00", "08:30");
        var extra = person(4).did("ACTIVE", Judgement.UNSCHEDULED, "08:00", "08:30");
        var rows = Stream.of(there, away, dark, extra).map(row -> row.madeAt("08:30")).toList();
        assertThat(coverage(rows, "08:00", "09:00", "08:30").now()).isEqualTo(new Heads(3, 2, 1));
        assertThat(coverage(List.of(there.over()), "08:00", "09:00", "10:00").now()).isNull();
    }

    @Test
    void namesTheHalfHoursWithTooFew() {
        var row = person(1).works("08:00", "09:00").did("AVAILABLE", "08:30", "09:00").over();
        var coverage = coverage(List.of(row), "08:00", "09:00", "10:00");
        assertThat(coverage.bottlenecks())
                .singleElement()
                .satisfies(slot -> assertThat(slot.span().start()).isEqualTo(at("08:00")));
    }

    private static Slot missing(int missing, int planned) {
        var rows =
                IntStream.range(0, planned)
                        .mapToObj(i -> {
                            var row = person(i + 1).works("08:00", "08:30");
                            return i < missing ? row : row.did("AVAILABLE", "08:00", "08:30");
                        })
                        .flatMap(row -> Stream.of(row.over()))
                        .toList();
        return only(rows, "10:00");
    }
}
