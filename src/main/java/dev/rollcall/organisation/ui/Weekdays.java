package dev.rollcall.organisation.ui;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Working weeks in words.
final class Weekdays {

    private Weekdays() {}

    static String name(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
    }

    /// Neighbours are drawn together: `Mon–Fri`, `Mon–Wed, Sat`.
    static String inShort(Set<DayOfWeek> days, Locale locale) {
        List<String> runs = new ArrayList<>();
        for (int first = 1; first <= 7; first++) {
            if (!days.contains(DayOfWeek.of(first))) {
                continue;
            }
            int last = first;
            while (last < 7 && days.contains(DayOfWeek.of(last + 1))) {
                last++;
            }
            var run = name(DayOfWeek.of(first), locale);
            if (last > first) {
                run += (last == first + 1 ? ", " : "–") + name(DayOfWeek.of(last), locale);
            }
            runs.add(run);
            first = last;
        }
        return String.join(", ", runs);
    }
}
