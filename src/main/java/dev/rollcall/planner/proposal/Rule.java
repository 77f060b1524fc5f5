package dev.rollcall.planner.proposal;

/// What a proposed week is weighed by, the gravest first. A rule of a later weight never outweighs
/// one of an earlier.
public enum Rule {
    /// Enough rest between two shifts.
    REST(Weight.MUST),
    /// No more paid time in the week than agreed.
    HOURS_AT_MOST(Weight.MUST),
    /// No more days of work in the week than agreed.
    DAYS_AT_MOST(Weight.MUST),
    /// Nobody at work when they cannot be.
    AVAILABILITY(Weight.MUST),
    /// As many people as are needed, half hour by half hour.
    COVERAGE(Weight.SHOULD),
    /// As many of each group as the group needs.
    GROUP_COVERAGE(Weight.SHOULD),
    /// Somebody of each group whenever the group is needed.
    NOBODY_LEFT(Weight.SHOULD),
    /// Everybody gets the hours that are agreed.
    AGREED_HOURS(Weight.SHOULD),
    /// No more people than are needed, and those who are too many spread out.
    SURPLUS(Weight.WISH),
    /// What people would like.
    WISHES(Weight.WISH),
    /// Early, late, night and weekend shifts for everybody alike, the last four weeks included.
    FAIRNESS(Weight.WISH),
    /// Shifts of somebody on neighbouring days begin at the same time, or nearly.
    STEADINESS(Weight.WISH);

    /// How much a rule weighs.
    public enum Weight {
        MUST,
        SHOULD,
        WISH
    }

    private final Weight weight;

    Rule(Weight weight) {
        this.weight = weight;
    }

    public Weight weight() {
        return weight;
    }
}
