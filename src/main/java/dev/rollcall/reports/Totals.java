package dev.rollcall.reports;

import dev.rollcall.adherence.Figures;
import java.time.Duration;

/// What some days add up to. Seconds and counts are added, percentages never.
///
/// @param figures the three figures with what they stand on
/// @param days on how many of the days anything was planned, one for each person
/// @param breaks how many breaks were planned and are over
/// @param missedBreaks how many of them were worked through
/// @param overrun worked into breaks and outside the plan
public record Totals(
        Figures figures, Edges edges, int days, int breaks, int missedBreaks, Duration overrun) {

    public static final Totals NONE = new Totals(Figures.NONE, Edges.NONE, 0, 0, 0, Duration.ZERO);

    Totals plus(Totals other) {
        return new Totals(
                figures.plus(other.figures),
                edges.plus(other.edges),
                days + other.days,
                breaks + other.breaks,
                missedBreaks + other.missedBreaks,
                overrun.plus(other.overrun));
    }
}
