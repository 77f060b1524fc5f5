package dev.rollcall.demo;

import dev.rollcall.people.Channel;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// Somebody of the demo organisation.
///
/// @param number counts from 0; decides days off and breaks
/// @param group the group whose work they handle
/// @param channel what that group handles
/// @param alsoIn other groups they belong to
/// @param shiftStart local
/// @param homeOffice whether they work from home, on a feed of their own
record Person(
        int number,
        String externalId,
        String name,
        String unit,
        String group,
        Channel channel,
        Set<String> alsoIn,
        ZoneId zone,
        LocalTime shiftStart,
        Habit habit,
        boolean homeOffice) {

    /// A little more than six weeks: whoever looks back so far finds one slip.
    private static final int ONCE_IN_DAYS = 45;

    /// What one would say of them at the coffee machine.
    enum Habit {
        PUNCTUAL,
        /// Stays longer at lunch than planned, most days.
        LONG_LUNCH,
        /// Comes late, most days.
        LATE_COMER,
        /// Calls run over into the breaks.
        OVERRUN_CALLS,
        /// Takes small unplanned breaks.
        RESTLESS,
        /// Is available and touches nothing.
        GHOST,
        /// Punctual but for one day in six weeks.
        ONE_SLIP;

        /// How easily somebody like this drops out of the plan; the chance is the share of all who
        /// could.
        int weight() {
            return switch (this) {
                case PUNCTUAL -> 2;
                case LONG_LUNCH, LATE_COMER, OVERRUN_CALLS, RESTLESS -> 5;
                case GHOST, ONE_SLIP -> 0;
            };
        }
    }

    /// Five days on, two days off, the days off spread over the week.
    boolean works(LocalDate date) {
        return Math.floorMod(ChronoUnit.DAYS.between(LocalDate.EPOCH, date) + number * 3L, 7) < 5;
    }

    /// Whether this is the one day: the first they work from a certain one on.
    boolean slips(LocalDate date) {
        int since = (int) Math.floorMod(date.toEpochDay() + number * 8L, (long) ONCE_IN_DAYS);
        return habit == Habit.ONE_SLIP
                && works(date)
                && since <= 2
                && date.minusDays(since).datesUntil(date).noneMatch(this::works);
    }

    /// The feed that speaks for them.
    String source() {
        return homeOffice ? HomeOffice.SOURCE : DayScript.TELEPHONY;
    }
}
