package dev.rollcall.adherence.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.Afterwards;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.FiguresLine;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Two weeks of a unit, this week beside the one before.
class UnitTrendTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Unit NORTH =
            new Unit(new UnitId(1), "north", "North", ZoneOffset.UTC, null, Set.of(), 1);

    @Test
    void addsSecondsUpAndNeverPercentages() {
        var trend = trend(day(0, 10, 0), day(1, 10, 20));

        assertThat(trend.week()).contains(new BigDecimal("50.0"));
    }

    @Test
    void tellsTheGainOnTheWeekBefore() {
        var trend = trend(day(6, 90, 10), day(7, 80, 20));

        assertThat(trend.week()).contains(new BigDecimal("90.0"));
        assertThat(trend.before()).contains(new BigDecimal("80.0"));
        assertThat(trend.gain()).contains(new BigDecimal("10.0"));
    }

    @Test
    void saysNothingOfDaysOnWhichNothingWasJudged() {
        var trend = trend(day(0, 90, 10));

        assertThat(trend.days()).hasSize(14);
        assertThat(trend.days().getLast()).contains(new BigDecimal("90.0"));
        assertThat(trend.days().subList(0, 13)).containsOnly(Optional.empty());
        assertThat(trend.gain()).isEmpty();
        assertThat(trend().isEmpty()).isTrue();
    }

    private static UnitTrend trend(FiguresLine... lines) {
        return UnitTrend.of(NORTH, List.of(lines), TODAY);
    }

    private static FiguresLine day(int daysAgo, long in, long out) {
        var tally = new Tally(Duration.ofMinutes(in), Duration.ofMinutes(out));
        var none = Duration.ZERO;
        var figures =
                new Figures(
                        none,
                        none,
                        none,
                        none,
                        none,
                        none,
                        tally,
                        tally,
                        tally,
                        0,
                        Afterwards.NOTHING);
        return new FiguresLine(null, TODAY.minusDays(daysAgo), null, figures);
    }
}
