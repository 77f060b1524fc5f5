package dev.rollcall.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTallyTests {

    private static SurveyTally tally(SurveyKind kind, String scores) {
        return SurveyTally.of(kind, Stream.of(scores.split(" ")).map(Integer::valueOf).toList());
    }

    @ParameterizedTest(name = "{0} of {1} is {2}: {6}")
    @CsvSource({
        "NPS,  9 10,                 100.0, 2, 0, 0, promoters only",
        "NPS,  0 6,                 -100.0, 0, 0, 2, six still detracts",
        "NPS,  7 8,                    0.0, 0, 2, 0, passives count as answers and for nobody",
        "NPS,  10 9 8 7 6 0 10 9 10 3, 20.0, 5, 2, 3, five less three of ten",
        "NPS,  9 6 6,                -33.3, 1, 0, 2, to one digit",
        "CSAT, 4 5,                  100.0, 2, 0, 0, four and five are satisfied",
        "CSAT, 3 3,                    0.0, 0, 2, 0, three is neither",
        "CSAT, 5 4 3 2 1,             40.0, 2, 1, 2, two of five",
        "CSAT, 5 5 1,                 66.7, 2, 0, 1, half up"
    })
    void theFigureIsTheUsualOne(
            SurveyKind kind,
            String scores,
            BigDecimal figure,
            int good,
            int between,
            int bad,
            String why) {
        var tally = tally(kind, scores);
        assertThat(tally).as(why).isEqualTo(new SurveyTally(kind, good, between, bad));
        assertThat(tally.figure()).contains(figure);
    }

    @Test
    void withoutAnswersThereIsNoFigure() {
        assertThat(SurveyTally.of(SurveyKind.NPS, List.of()).figure()).isEmpty();
        assertThat(tally(SurveyKind.NPS, "9 9 9 9").isEnough()).isFalse();
        assertThat(tally(SurveyKind.NPS, "9 9 9 9 9").isEnough()).isTrue();
    }

    @Test
    void itIsToldInCustomers() {
        var tally = tally(SurveyKind.NPS, "10 9 8 7 6 0 10 9 10 3");
        assertThat(tally.ofHundred(tally.good())).isEqualTo(50);
        assertThat(tally.ofHundred(tally.bad())).isEqualTo(30);
    }

    @Property
    void everyAnswerIsOfOnePartAndTheScoreStaysWithinItsEnds(
            @ForAll @NotEmpty List<@IntRange(max = 10) Integer> scores) {
        var tally = SurveyTally.of(SurveyKind.NPS, scores);
        assertThat(tally.answers()).isEqualTo(scores.size());
        assertThat(tally.figure().orElseThrow())
                .isBetween(BigDecimal.valueOf(-100), BigDecimal.valueOf(100));
    }
}
