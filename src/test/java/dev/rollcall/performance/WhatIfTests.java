package dev.rollcall.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Tally;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WhatIfTests {

    private static final BigDecimal NINETY = BigDecimal.valueOf(90);

    private static Tally tally(int in, int out) {
        return new Tally(Duration.ofMinutes(in), Duration.ofMinutes(out));
    }

    @Test
    void saysHowADayEndsThatKeepsToItsPlanFromNowOn() {
        var day = WhatIf.of(tally(180, 20), Duration.ofMinutes(280), NINETY).orElseThrow();

        assertThat(day.percent()).isEqualByComparingTo("95.8");
        // A tenth of 480 minutes, of which 20 are used up.
        assertThat(day.left()).isEqualTo(Duration.ofMinutes(28));
    }

    @Test
    void saysHowMuchIsMissingWhereTheTargetIsOutOfReach() {
        var day = WhatIf.of(tally(100, 80), Duration.ofMinutes(300), NINETY).orElseThrow();

        assertThat(day.percent()).isEqualByComparingTo("83.3");
        assertThat(day.left()).isEqualTo(Duration.ofMinutes(-32));
    }

    @Test
    void hasNothingToSayWithoutAPlanToCome() {
        assertThat(WhatIf.of(tally(100, 80), Duration.ZERO, NINETY)).isEmpty();
    }
}
