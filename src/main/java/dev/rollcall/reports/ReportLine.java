package dev.rollcall.reports;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Group;
import dev.rollcall.people.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What belongs to one person, unit, group, day, week or activity; exactly one of them is there.
///
/// @param date the day, or the week's Monday
/// @param activity an activity's code, or [DayFacts#OUTSIDE]
/// @param before the same in as many days right before, of a day or a week in the same days a week
///   earlier; null where nothing is known of them
/// @param target what is meant to be reached on the last day; null where more than one target holds
public record ReportLine(
        @Nullable Agent agent,
        @Nullable Unit unit,
        @Nullable Group group,
        @Nullable LocalDate date,
        @Nullable String activity,
        Totals totals,
        @Nullable Totals before,
        @Nullable BigDecimal target) {

    /// What addresses and programs call it.
    public String key() {
        return agent != null
                ? agent.externalId()
                : unit != null
                        ? unit.code()
                        : group != null
                                ? group.code()
                                : activity != null ? activity : Objects.toString(date);
    }

    /// The score in percent, two decimals; empty when nothing counts.
    public Optional<BigDecimal> score() {
        return score(totals);
    }

    /// Points above or below the target.
    public Optional<BigDecimal> aboveTarget() {
        var goal = target;
        return goal == null ? Optional.empty() : score().map(score -> points(score, goal));
    }

    /// Points more or less than in the period before.
    public Optional<BigDecimal> gain() {
        return gain(totals, before);
    }

    static Optional<BigDecimal> gain(Totals totals, @Nullable Totals before) {
        return before == null
                ? Optional.empty()
                : score(totals).flatMap(now -> score(before).map(then -> points(now, then)));
    }

    static Optional<BigDecimal> score(Totals totals) {
        return totals.figures().score().percent().map(percent -> percent.rounded(2));
    }

    private static BigDecimal points(BigDecimal one, BigDecimal other) {
        return one.subtract(other).setScale(2, RoundingMode.HALF_UP);
    }
}
