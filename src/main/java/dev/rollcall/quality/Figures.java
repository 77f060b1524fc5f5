package dev.rollcall.quality;

import dev.rollcall.quality.QualityReport.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Adds up reviews. Each counts as much as any other.
final class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 12;

    private Figures() {}

    /// A review that counts.
    ///
    /// @param score in hundredths; null when all was skipped
    record Scored(@Nullable BigDecimal score, boolean failed) {}

    /// One line for each name something has, by name.
    static <T> List<Line> lines(
            Collection<T> all, Function<T, List<String>> names, Function<T, Scored> scored) {
        var parts = new TreeMap<String, List<T>>();
        for (var each : all) {
            for (var name : names.apply(each)) {
                parts.computeIfAbsent(name, _ -> new ArrayList<>()).add(each);
            }
        }
        var lines = new ArrayList<Line>();
        parts.forEach((name, part) -> {
            var others = all.stream().filter(each -> !names.apply(each).contains(name)).toList();
            lines.add(
                    line(
                            name,
                            part.stream().map(scored).toList(),
                            others.stream().map(scored).toList()));
        });
        return lines;
    }

    static Line line(String name, List<Scored> part, List<Scored> others) {
        var mean = mean(part);
        var rest = mean(others);
        return new Line(
                name,
                part.size(),
                mean == null ? null : mean.percent(Review.SHOWN),
                spread(part),
                mean == null || rest == null ? null : mean.minus(rest).percent(Review.SHOWN),
                (int) part.stream().filter(Scored::failed).count());
    }

    private static @Nullable Fraction mean(List<Scored> part) {
        return Scoring.mean(fractions(part)).orElse(null);
    }

    private static List<Fraction> fractions(List<Scored> part) {
        var fractions = new ArrayList<Fraction>();
        for (var each : part) {
            var score = each.score();
            if (score != null) {
                fractions.add(Fraction.of(score).over(Fraction.of(HUNDRED)));
            }
        }
        return fractions;
    }

    /// The standard deviation of a sample.
    private static @Nullable BigDecimal spread(List<Scored> part) {
        var scores = fractions(part);
        var mean = Scoring.mean(scores).orElse(null);
        if (mean == null || scores.size() < 2) {
            return null;
        }
        var squares = Fraction.ZERO;
        for (var score : scores) {
            var off = score.minus(mean);
            squares = squares.plus(off.times(off));
        }
        double variance =
                squares.over(Fraction.of(scores.size() - 1L)).percent(DIGITS).doubleValue() / 100;
        return BigDecimal.valueOf(Math.sqrt(variance) * 100)
                .setScale(Review.SHOWN, RoundingMode.HALF_UP);
    }
}
