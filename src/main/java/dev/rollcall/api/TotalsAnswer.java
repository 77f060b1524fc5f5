package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.reports.Totals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What some days add up to.
///
/// @param late how often something began late, as far as it counts after grace and excuses
@Schema(name = "ReportTotals")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TotalsAnswer(
        long scheduledSeconds,
        FiguresAnswer.Figure raw,
        FiguresAnswer.Figure tolerated,
        FiguresAnswer.Figure score,
        @Nullable BigDecimal conformancePercent,
        int late,
        int early,
        int absent,
        int interrupted) {

    static TotalsAnswer of(Totals totals) {
        var figures = totals.figures();
        return new TotalsAnswer(
                FiguresAnswer.seconds(figures.scheduled()),
                FiguresAnswer.Figure.of(figures.raw()),
                FiguresAnswer.Figure.of(figures.tolerated()),
                FiguresAnswer.Figure.of(figures.score()),
                FiguresAnswer.percent(figures.conformance()),
                totals.edges().late(),
                totals.edges().early(),
                totals.edges().absent(),
                totals.edges().middle());
    }
}
