package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.Pattern.Day;
import dev.rollcall.adherence.Pattern.Way;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.schedule.Category;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatternTests {

    private static final LocalDate DATE = LocalDate.parse("2026-03-02");

    private static final List<Piece> PLAN =
            List.of(
                    new Piece("WORK", Category.WORK, at("08:00"), at("12:00")),
                    new Piece("LUNCH", Category.AUXILIARY, at("12:00"), at("12:30")),
                    new Piece("WORK", Category.WORK, at("12:30"), at("16:00")));

    private static Instant at(String time) {
        return Instant.parse(DATE + "T" + time + ":00Z");
    }

    private static Deviation late(String from, String to) {
        return deviation("WORK", Edge.LATE, from, to, Duration.ZERO);
    }

    private static Deviation deviation(
            @Nullable String activity, Edge edge, String from, String to, Duration tolerated) {
        return new Deviation(
                at(from),
                at(to),
                activity,
                List.of("AWAY"),
                Impact.NEGATIVE,
                edge,
                tolerated,
                Duration.ZERO);
    }

    private static Day day(Deviation... deviations) {
        return new Day(PLAN, Arrays.asList(deviations));
    }

    @Test
    void findsWhatHappenedOnThreeDays() {
        var days = List.of(day(late("08:00", "08:10")), day(), day(late("08:00", "08:04")));
        assertThat(Pattern.among(days)).isEmpty();
        var more = List.of(days.get(0), days.get(1), days.get(2), day(late("08:00", "08:30")));
        assertThat(Pattern.among(more)).contains(new Pattern(Way.STARTED_LATE, "WORK", 3));
    }

    @Test
    void blamesALateReturnOnWhatCameBefore() {
        var one = day(late("12:30", "12:45"));
        assertThat(Pattern.among(List.of(one, one, one)))
                .contains(new Pattern(Way.BACK_LATE, "LUNCH", 3));
    }

    @Test
    void tellsLeavingEarlyFromCuttingShort() {
        var left = day(deviation("WORK", Edge.EARLY, "15:50", "16:00", Duration.ZERO));
        var cut = day(deviation("WORK", Edge.EARLY, "11:50", "12:00", Duration.ZERO));
        assertThat(Pattern.among(List.of(left, left, left)))
                .contains(new Pattern(Way.LEFT_EARLY, "WORK", 3));
        assertThat(Pattern.among(List.of(cut, cut, cut)))
                .contains(new Pattern(Way.CUT_SHORT, "WORK", 3));
    }

    @Test
    void countsADayOnceHoweverOftenItHappened() {
        var often = day(late("08:00", "08:10"), late("08:20", "08:30"));
        assertThat(Pattern.among(List.of(often, often))).isEmpty();
    }

    @Test
    void looksPastWhatGraceForgave() {
        var forgiven = day(deviation("WORK", Edge.LATE, "08:00", "08:02", Duration.ofMinutes(2)));
        assertThat(Pattern.among(List.of(forgiven, forgiven, forgiven))).isEmpty();
    }

    @Test
    void namesWhatHappenedMostOften() {
        var both = day(late("08:00", "08:10"), late("12:30", "12:45"));
        var lunch = day(late("12:30", "12:45"));
        assertThat(Pattern.among(List.of(both, both, both, lunch)))
                .contains(new Pattern(Way.BACK_LATE, "LUNCH", 4));
    }
}
