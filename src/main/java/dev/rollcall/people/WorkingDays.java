package dev.rollcall.people;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// How the weekdays of a unit are kept: `MON,TUE,WED`.
final class WorkingDays {

    static final Set<DayOfWeek> USUAL =
            Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    private WorkingDays() {}

    static String write(Set<DayOfWeek> days) {
        return days.stream()
                .sorted()
                .map(WorkingDays::abbreviation)
                .collect(Collectors.joining(","));
    }

    static Set<DayOfWeek> read(String days) {
        return Arrays.stream(days.split(",", -1))
                .map(WorkingDays::day)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String abbreviation(DayOfWeek day) {
        return day.name().substring(0, 3);
    }

    private static DayOfWeek day(String abbreviation) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> abbreviation(day).equals(abbreviation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No weekday: " + abbreviation));
    }
}
