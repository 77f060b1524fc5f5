package dev.rollcall.performance.ui;

import dev.rollcall.kit.DurationWords;
import dev.rollcall.kpi.Tally;
import dev.rollcall.performance.Amount;
import dev.rollcall.performance.Metric;
import dev.rollcall.performance.MetricDetail;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the tables of a metric's page say, column by column.
final class DetailTables {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final PerformanceWords words;
    private final DurationWords durations;
    private final Metric metric;
    private final @Nullable Currency currency;

    DetailTables(PerformanceWords words, DurationWords durations, MetricDetail detail) {
        this.words = words;
        this.durations = durations;
        metric = detail.metric();
        currency = detail.currency();
    }

    /// Keys of the columns behind the first.
    static List<String> columns(Metric metric) {
        var columns =
                switch (metric) {
                    case PAYMENTS_COLLECTED -> List.of("amount", "payments", "due", "efficiency");
                    case SERVICES_RAISED -> List.of("raised", "completed", "rate");
                    case COMPLAINTS_REGISTERED -> List.of("registered", "resolved", "rate");
                    case TOTAL_CALLS -> List.of("calls", "average");
                };
        return columns.stream().map(each -> "performance.detail." + each).toList();
    }

    /// One line behind its first cell.
    List<String> cells(Tally tally) {
        return switch (metric) {
            case PAYMENTS_COLLECTED ->
                    List.of(
                            words.amount(new Amount(tally.amount(), currency)),
                            count(tally.facts()),
                            tally.due().signum() == 0
                                    ? "–"
                                    : words.amount(new Amount(tally.due(), currency)),
                            efficiency(tally));
            case SERVICES_RAISED, COMPLAINTS_REGISTERED ->
                    List.of(count(tally.facts()), count(tally.done()), rate(tally));
            case TOTAL_CALLS -> List.of(count(tally.facts()), average(tally));
        };
    }

    List<String> line(String first, Tally tally) {
        var cells = new ArrayList<String>();
        cells.add(first);
        cells.addAll(cells(tally));
        return cells;
    }

    String count(long number) {
        return words.number(BigDecimal.valueOf(number));
    }

    /// Collected of what there was to collect, as far as that was told.
    String efficiency(Tally tally) {
        return tally.due().signum() == 0
                ? "–"
                : words.percent(
                        tally.collected()
                                .multiply(HUNDRED)
                                .divide(tally.due(), 1, RoundingMode.HALF_UP));
    }

    /// Dealt with of all.
    String rate(Tally tally) {
        return tally.facts() == 0
                ? "–"
                : words.percent(
                        BigDecimal.valueOf(tally.done() * 100)
                                .divide(
                                        BigDecimal.valueOf(tally.facts()),
                                        1,
                                        RoundingMode.HALF_UP));
    }

    /// How long one took, of those that said so.
    String average(Tally tally) {
        return tally.timed() == 0 ? "–" : durations.of(tally.duration().dividedBy(tally.timed()));
    }

    /// What a chart shows of a line.
    double value(Tally tally) {
        return metric.isMoney() ? tally.amount().doubleValue() : tally.facts();
    }
}
