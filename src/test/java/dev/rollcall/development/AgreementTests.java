package dev.rollcall.development;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTests {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private static PlanGoal goal(
            boolean person, boolean lead, boolean before, @Nullable Side dropped) {
        return new PlanGoal(
                1,
                "Say it back",
                null,
                new Agreement(person ? AT : null, lead ? AT : null),
                before ? "Sum up" : null,
                dropped,
                null,
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWritesAgreesAndTheOtherIsAsked(Side side) {
        var written = Agreement.writtenBy(side, AT);
        assertThat(written.isOf(side)).isTrue();
        assertThat(written.waitsFor()).contains(side.other());
        assertThat(written.with(side.other(), AT).isWhole()).isTrue();
        assertThat(written.with(side.other(), AT).waitsFor()).isEmpty();
    }

    @ParameterizedTest(name = "person {0}, lead {1}, agreed before {2}, dropped by {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    true , false, false,        , OFFERED
                    false, true , false,        , OFFERED
                    true , true , true ,        , AGREED
                    true , false, true ,        , CHANGED
                    false, true , true ,        , CHANGED
                    true , true , true , PERSON , TO_DROP
                    true , true , true , LEAD   , TO_DROP
                    """)
    void aGoalStandsAsItsOwnersSay(
            boolean person,
            boolean lead,
            boolean before,
            @Nullable Side dropped,
            PlanGoal.Standing standing) {
        assertThat(goal(person, lead, before, dropped).standing()).isEqualTo(standing);
    }

    @ParameterizedTest(name = "person {0}, lead {1}, agreed before {2}: {3} alone {4}")
    @CsvSource(
            textBlock =
                    """
                    true , false, false, PERSON, true
                    true , false, false, LEAD  , false
                    false, true , false, LEAD  , true
                    true , true , true , PERSON, false
                    true , false, true , PERSON, false
                    """)
    void nobodyIsRidAloneOfWhatTheOtherEverAgreedTo(
            boolean person, boolean lead, boolean before, Side side, boolean alone) {
        assertThat(goal(person, lead, before, null).isOnlyOf(side)).isEqualTo(alone);
    }

    @Test
    void whatIsAgreedOnIsKeptInAllItsWords() {
        var figure =
                new Objective(
                        1, "Quality", new BigDecimal("78"), new BigDecimal("90"), null, "", null);
        var goal =
                new PlanGoal(
                        1,
                        "Sum up",
                        LocalDate.of(2026, 6, 1),
                        new Agreement(AT, AT),
                        null,
                        null,
                        null,
                        List.of(figure, new Objective(2, "Told", null, null, null, "", null)));
        assertThat(goal.inWords()).isEqualTo("Sum up · 2026-06-01 · Quality (78 → 90); Told");
    }
}
