package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.kit.TimelineStrip.Actual;
import dev.rollcall.kit.TimelineStrip.Planned;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TimelineStripTests {

    private static final Instant SEVEN = Instant.parse("2026-11-24T07:00:00Z");

    private static Instant at(long minutes) {
        return SEVEN.plusSeconds(60 * minutes);
    }

    @Test
    void writesEachPieceWithItsCodeAndLengthOnly() {
        var strip =
                new TimelineStrip(
                        List.of(new Planned(at(0), at(60), 0), new Planned(at(60), at(75), 1)),
                        List.of(
                                new Actual(at(0), at(58), 0, Judgement.IN),
                                new Actual(at(58), null, 2, Judgement.OUT)));

        assertThat(strip.encode()).isEqualTo("tozvg0,A2s0Bp0,=A2oo!C");
    }

    @Test
    void writesAGapWhereNothingIsPlanned() {
        var strip =
                new TimelineStrip(
                        List.of(new Planned(at(10), at(20), 0)),
                        List.of(new Actual(at(0), at(10), -1, Judgement.UNKNOWN)));

        assertThat(strip.encode()).isEqualTo("tozvg0,-goAgo,?go");
    }

    @Test
    void writesNothingForNobodysDay() {
        assertThat(new TimelineStrip(List.of(), List.of()).encode()).isEmpty();
    }

    @Test
    void marksWhatWasToldLater() {
        var strip =
                new TimelineStrip(
                        List.of(new Planned(at(0), at(60), 0)),
                        List.of(new Actual(at(0), null, 0, Judgement.IN)),
                        List.of(TimeSpan.of(at(10), at(20)), TimeSpan.of(at(30), at(31))));

        assertThat(strip.encode()).isEqualTo("tozvg0,A2s0,=A,-goAgo-goA1o");
        var read =
                Frontend.evaluate(
                        "rollcall-timeline-format.ts", "module.decode(argument)", strip.encode());
        assertThat(read.get("later").valueStream().map(each -> instant(each.get("from"))))
                .containsExactly(at(10), at(30));
        assertThat(read.get("later").valueStream().map(each -> instant(each.get("to"))))
                .containsExactly(at(20), at(31));
    }

    @Test
    void leavesOutPiecesShorterThanASecond() {
        var strip =
                new TimelineStrip(
                        List.of(),
                        List.of(
                                new Actual(at(0), at(0).plusMillis(400), 3, Judgement.OUT),
                                new Actual(at(0).plusMillis(400), at(1), 0, Judgement.IN)));

        assertThat(strip.encode()).isEqualTo("tozvg0,,=A1o");
    }

    @Test
    void refusesPiecesThatOverlap() {
        var strip =
                new TimelineStrip(
                        List.of(new Planned(at(0), at(60), 0), new Planned(at(59), at(75), 1)),
                        List.of());

        assertThatThrownBy(strip::encode)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-11-24T07:59:00Z overlaps");
    }

    @Test
    void fitsABusyDayIntoTwoHundredBytes() {
        assertThat(busyDay(new Random(3), 10, 15).encode().length()).isLessThanOrEqualTo(200);
    }

    @Test
    void isReadInTheBrowserAsItWasWritten() {
        var random = new Random(20261124);
        var strips = new ArrayList<TimelineStrip>();
        for (int i = 0; i < 200; i++) {
            strips.add(busyDay(random, random.nextInt(1, 12), random.nextInt(0, 40)));
        }

        var read =
                Frontend.evaluate(
                        "rollcall-timeline-format.ts",
                        "argument.map(module.decode)",
                        strips.stream().map(TimelineStrip::encode).toList());

        for (int i = 0; i < strips.size(); i++) {
            assertThat(planned(read.get(i))).isEqualTo(strips.get(i).schedule());
            assertThat(actual(read.get(i)))
                    .isEqualTo(
                            strips.get(i).actual().stream()
                                    .filter(piece -> piece.judgement() != Judgement.OFF)
                                    .toList());
        }
    }

    private static List<Planned> planned(JsonNode strip) {
        return strip.get("schedule")
                .valueStream()
                .map(piece ->
                        new Planned(
                                instant(piece.get("from")),
                                instant(piece.get("to")),
                                piece.get("code").asInt()))
                .toList();
    }

    private static List<Actual> actual(JsonNode strip) {
        return strip.get("actual")
                .valueStream()
                .filter(piece -> !piece.get("judgement").asString().equals("off"))
                .map(piece ->
                        new Actual(
                                instant(piece.get("from")),
                                end(piece.get("to")),
                                piece.get("code").asInt(),
                                Judgement.valueOf(
                                        piece.get("judgement")
                                                .asString()
                                                .toUpperCase(Locale.ROOT))))
                .toList();
    }

    private static Instant instant(JsonNode milliseconds) {
        return Instant.ofEpochMilli(milliseconds.asLong());
    }

    /// Infinity is null in JSON.
    private static @Nullable Instant end(JsonNode milliseconds) {
        return milliseconds.isNull() ? null : instant(milliseconds);
    }

    /// Pieces of random length, some with gaps between, the last one still going on.
    private static TimelineStrip busyDay(Random random, int plannedPieces, int actualPieces) {
        var planned = new ArrayList<Planned>();
        var start = SEVEN;
        for (int i = 0; i < plannedPieces; i++) {
            start = start.plusSeconds(random.nextInt(4) == 0 ? 900 : 0);
            var end = start.plusSeconds(900L * random.nextInt(1, 9));
            planned.add(new Planned(start, end, random.nextInt(0, 40)));
            start = end;
        }
        var actual = new ArrayList<Actual>();
        start = SEVEN.minusSeconds(random.nextInt(600));
        for (int i = 0; i < actualPieces; i++) {
            start = start.plusSeconds(random.nextInt(5) == 0 ? random.nextInt(1, 600) : 0);
            var end = start.plusSeconds(random.nextInt(1, 5400));
            var judgement = Judgement.values()[random.nextInt(Judgement.values().length)];
            actual.add(
                    new Actual(
                            start,
                            i + 1 == actualPieces ? null : end,
                            random.nextInt(-1, 800),
                            judgement));
            start = end;
        }
        return new TimelineStrip(planned, actual);
    }
}
