package dev.rollcall.incentives;

import dev.rollcall.incentives.Reason.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a scheme makes of somebody's figures. Pure.
///
/// Between two thresholds points grow evenly (linear interpolation: p = p₀ + (p₁ − p₀) · (x − x₀) /
/// (x₁ − x₀)); below the first there are none, above the last no more. All is reckoned exactly, and
/// rounded once, down, to whole points.
final class Earning {

    /// More than this nobody earns at a time; a guard against a rate with its point misplaced.
    static final long MOST = 1_000_000_000L;

    private Earning() {}

    /// What somebody earns, before the cap, and why.
    static Reason of(Rules rules, PersonFigures figures) {
        var figure =
                rules.commission()
                        ? null
                        : figures.of(rules.measure(), rules.currency()).orElse(null);
        var sold =
                rules.commission()
                        ? sold(rules.rates(), figures.sales())
                        : Map.<String, BigDecimal>of();
        if (figures.days() < rules.leastDays()) {
            return reason(rules, figures, Outcome.FEW_DAYS, figure, sold, null, 0);
        }
        for (var floor : rules.floors()) {
            var held =
                    figures.of(floor.measure(), rules.currency())
                            .filter(value -> value.compareTo(floor.least()) >= 0);
            if (held.isEmpty()) {
                return reason(rules, figures, Outcome.FLOOR, figure, sold, floor, 0);
            }
        }
        if (rules.commission()) {
            long points = commission(rules.rates(), figures.sales());
            return reason(
                    rules,
                    figures,
                    points > 0 ? Outcome.EARNED : Outcome.BELOW,
                    null,
                    sold,
                    null,
                    points);
        }
        if (figure == null) {
            return reason(rules, figures, Outcome.NO_FIGURE, null, sold, null, 0);
        }
        long points = points(rules.thresholds(), figure);
        return reason(
                rules,
                figures,
                points > 0 ? Outcome.EARNED : Outcome.BELOW,
                figure,
                sold,
                null,
                points);
    }

    /// Points for a figure.
    ///
    /// @param thresholds by rising figures
    static long points(List<Threshold> thresholds, BigDecimal figure) {
        Threshold before = null;
        for (var next : thresholds) {
            if (figure.compareTo(next.at()) < 0) {
                return before == null ? 0 : between(before, next, figure);
            }
            before = next;
        }
        return before == null ? 0 : before.points();
    }

    private static long between(Threshold before, Threshold next, BigDecimal figure) {
        var width = next.at().subtract(before.at());
        return BigDecimal.valueOf(before.points())
                .multiply(width)
                .add(
                        BigDecimal.valueOf(next.points() - before.points())
                                .multiply(figure.subtract(before.at())))
                .divide(width, 0, RoundingMode.DOWN)
                .longValueExact();
    }

    /// Points for what was sold. Currencies are never added, the points of each are; more given
    /// back than sold in one of them takes nothing from another.
    static long commission(List<Rate> rates, Map<String, BigDecimal> sales) {
        return rates.stream()
                .map(rate ->
                        sales.getOrDefault(rate.currency(), BigDecimal.ZERO)
                                .max(BigDecimal.ZERO)
                                .multiply(rate.points()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(MOST))
                .longValueExact();
    }

    private static Map<String, BigDecimal> sold(List<Rate> rates, Map<String, BigDecimal> sales) {
        var sold = new TreeMap<String, BigDecimal>();
        for (var rate : rates) {
            var amount = sales.get(rate.currency());
            if (amount != null) {
                sold.put(rate.currency(), amount);
            }
        }
        return sold;
    }

    private static Reason reason(
            Rules rules,
            PersonFigures figures,
            Outcome outcome,
            @Nullable BigDecimal figure,
            Map<String, BigDecimal> sold,
            @Nullable Floor floor,
            long points) {
        return new Reason(
                outcome,
                rules.measure(),
                figure,
                sold,
                rules.currency(),
                figure == null ? null : passed(rules.thresholds(), figure),
                figure == null ? null : next(rules.thresholds(), figure),
                figures.days(),
                floor == null ? null : floor.measure(),
                floor == null ? null : figures.of(floor.measure(), rules.currency()).orElse(null),
                floor == null ? null : floor.least(),
                points,
                points);
    }

    private static @Nullable BigDecimal passed(List<Threshold> thresholds, BigDecimal figure) {
        return thresholds.stream()
                .map(Threshold::at)
                .filter(at -> at.compareTo(figure) <= 0)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static @Nullable BigDecimal next(List<Threshold> thresholds, BigDecimal figure) {
        return thresholds.stream()
                .map(Threshold::at)
                .filter(at -> at.compareTo(figure) > 0)
                .findFirst()
                .orElse(null);
    }
}
