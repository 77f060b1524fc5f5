package dev.rollcall.performance;

import java.util.List;

/// What counts as a milestone. Rules are data: another one is another line.
///
/// @param kind what is looked at
/// @param metric one of which more is better
/// @param times how many in a row; 1 for what has no row
public record MilestoneRule(Kind kind, Metric metric, int times) {

    public enum Kind {
        /// So many months in a row that reached their goal, for the first time.
        MONTHS_AT_GOAL,
        /// So many working days in a row that brought their share of the goal, the last time.
        DAYS_ON_PACE,
        /// The most on a day, of [Milestones#KNOWN_DAYS] days or more.
        BEST_DAY,
        /// The most in a month that is over, of [Milestones#KNOWN_MONTHS] months or more.
        BEST_MONTH
    }

    static final List<MilestoneRule> SHIPPED =
            List.of(
                    new MilestoneRule(Kind.MONTHS_AT_GOAL, Metric.PAYMENTS_COLLECTED, 1),
                    new MilestoneRule(Kind.MONTHS_AT_GOAL, Metric.PAYMENTS_COLLECTED, 3),
                    new MilestoneRule(Kind.MONTHS_AT_GOAL, Metric.PAYMENTS_COLLECTED, 6),
                    new MilestoneRule(Kind.DAYS_ON_PACE, Metric.PAYMENTS_COLLECTED, 10),
                    new MilestoneRule(Kind.BEST_DAY, Metric.PAYMENTS_COLLECTED, 1),
                    new MilestoneRule(Kind.BEST_MONTH, Metric.PAYMENTS_COLLECTED, 1),
                    new MilestoneRule(Kind.MONTHS_AT_GOAL, Metric.SERVICES_RAISED, 1),
                    new MilestoneRule(Kind.MONTHS_AT_GOAL, Metric.SERVICES_RAISED, 3),
                    new MilestoneRule(Kind.MONTHS_AT_GOAL, Metric.SERVICES_RAISED, 6),
                    new MilestoneRule(Kind.DAYS_ON_PACE, Metric.SERVICES_RAISED, 10),
                    new MilestoneRule(Kind.BEST_DAY, Metric.SERVICES_RAISED, 1),
                    new MilestoneRule(Kind.BEST_MONTH, Metric.SERVICES_RAISED, 1));
}
