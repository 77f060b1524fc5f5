package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which days of the week of Monday, 16 March 2026 count, which nobody has planned.
class AbsenceDaysTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 16);

    private static Set<LocalDate> days(int... ofWeek) {
        return Arrays.stream(ofWeek)
                .mapToObj(each -> MONDAY.plusDays(each - 1L))
                .collect(Collectors.toSet());
    }

    /// @param from the first day that is asked for, 1 for Monday
    /// @param weekdays how many there are from Monday on
    private static Set<LocalDate> working(
            int from,
            int to,
            int weekdays,
            Set<LocalDate> free,
            Set<LocalDate> taken,
            int daysAWeek) {
        return AbsenceDays.working(
                MONDAY.plusDays(from - 1L),
                MONDAY.plusDays(to - 1L),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.of(weekdays)),
                free,
                taken,
                daysAWeek);
    }

    @Test
    void areTheLaterOnesOfAPartTimerWhoAsksForThose() {
        assertThat(working(4, 5, 5, Set.of(), Set.of(), 3)).isEqualTo(days(4, 5));
        assertThat(working(5, 5, 5, Set.of(), Set.of(), 1)).isEqualTo(days(5));
    }

    @Test
    void areAsManyAsAreAgreedInEachWeek() {
        assertThat(working(1, 7, 5, Set.of(), Set.of(), 3)).isEqualTo(days(1, 2, 3));
        assertThat(working(4, 9, 5, Set.of(), Set.of(), 1)).isEqualTo(days(4, 8));
        assertThat(working(1, 7, 7, Set.of(), Set.of(), 0)).isEmpty();
    }

    @Test
    void areFewerWhereTheWeekHasAbsencesAlready() {
        assertThat(working(3, 5, 5, Set.of(), days(1, 2), 3)).isEqualTo(days(3));
        assertThat(working(4, 5, 5, Set.of(), days(1, 2, 3), 3)).isEmpty();
    }

    @Test
    void areNoHolidays() {
        assertThat(working(1, 5, 5, days(3), Set.of(), 5)).isEqualTo(days(1, 2, 4, 5));
        assertThat(working(1, 7, 7, days(3), Set.of(), 5)).hasSize(4);
        assertThat(working(3, 4, 5, days(3), Set.of(), 1)).isEqualTo(days(4));
    }
}
