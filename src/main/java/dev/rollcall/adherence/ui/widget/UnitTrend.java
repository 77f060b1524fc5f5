package dev.rollcall.adherence.ui.widget;

import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.FiguresLine;
import dev.rollcall.people.Unit;
import dev.rollcall.shared.Percent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How a unit's score went over the last two weeks. Seconds are added up, never percentages. Pure.
///
/// @param days the score of each of [#DAYS] days, the last one today; empty where nothing was
///   judged
/// @param week of the last seven days
/// @param before of the seven days before those
record UnitTrend(
        Unit unit,
        List<Optional<BigDecimal>> days,
        Optional<BigDecimal> week,
        Optional<BigDecimal> before) {

    static final int DAYS = 14;

    /// @param lines of the unit, by day; days may be missing
    static UnitTrend of(Unit unit, List<FiguresLine> lines, LocalDate today) {
        var days = new ArrayList<Optional<BigDecimal>>();
        var week = Figures.NONE;
        var before = Figures.NONE;
        for (int back = DAYS - 1; back >= 0; back--) {
            var figures = of(lines, today.minusDays(back));
            days.add(score(figures));
            if (back < DAYS / 2) {
                week = week.plus(figures);
            } else {
                before = before.plus(figures);
            }
        }
        return new UnitTrend(unit, List.copyOf(days), score(week), score(before));
    }

    private static Figures of(List<FiguresLine> lines, LocalDate day) {
        return lines.stream()
                .filter(line -> Objects.equals(line.date(), day))
                .map(FiguresLine::figures)
                .reduce(Figures.NONE, Figures::plus);
    }

    private static Optional<BigDecimal> score(Figures figures) {
        return figures.score().percent().map((Percent p) -> p.rounded(1));
    }

    /// Percentage points gained on the week before; empty without both.
    Optional<BigDecimal> gain() {
        return week.flatMap(now -> before.map(now::subtract));
    }

    boolean isEmpty() {
        return days.stream().allMatch(Optional::isEmpty);
    }
}
