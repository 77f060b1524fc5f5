package dev.rollcall.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Somebody of the demo organisation.
///
/// @param number counts from 0; decides days off and breaks
/// @param shiftStart local
record Person(
        int number,
        String externalId,
        String name,
        String unit,
        String group,
        ZoneId zone,
        LocalTime shiftStart,
        Habit habit) {

    /// What one would say of them at the coffee machine.
    enum Habit {
        PUNCTUAL,
        /// Stays longer at lunch than planned, most days.
        LONG_LUNCH,
        /// Comes late, most days.
        LATE_RISER,
        /// Calls run over into the breaks.
        OVERRUN_CALLS,
        /// Takes small unplanned breaks.
        RESTLESS,
        /// Is available and touches nothing.
        GHOST
    }

    /// Five days on, two days off, the days off spread over the week.
    boolean works(LocalDate date) {
        return Math.floorMod(ChronoUnit.DAYS.between(LocalDate.EPOCH, date) + number * 3L, 7) < 5;
    }
}
