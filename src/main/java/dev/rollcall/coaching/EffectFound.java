package dev.rollcall.coaching;

import java.time.LocalDate;

/// What is known of the effect of a session on a goal.
public sealed interface EffectFound {

    /// There is enough to say something.
    ///
    /// @param from the first day that is looked at before
    /// @param until the last day that is looked at after
    /// @param countBefore working days, of quality evaluations
    /// @param countAfter the same after
    record Measured(Effect effect, LocalDate from, LocalDate until, int countBefore, int countAfter)
            implements EffectFound {}

    /// There is not enough.
    ///
    /// @param have how many there are of what is missing
    /// @param need how many it takes
    record TooLittle(Missing missing, int have, int need) implements EffectFound {}

    /// The goal is words, the session was not held, or the caller may not see the figure.
    record NotMeasured() implements EffectFound {}

    /// What there is too little of.
    enum Missing {
        DAYS_BEFORE,
        DAYS_AFTER,
        EVALUATIONS_BEFORE,
        EVALUATIONS_AFTER,
        PEERS
    }
}
