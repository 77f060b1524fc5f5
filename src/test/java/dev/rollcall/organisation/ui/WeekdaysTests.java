package dev.rollcall.organisation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekdaysTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 2 3 4 5     | Mon–Fri
                    1 2 3 4 5 6 7 | Mon–Sun
                    1 2 4         | Mon, Tue, Thu
                    6 7           | Sat, Sun
                    3             | Wed
                    1 3 4 5       | Mon, Wed–Fri
                    """)
    void drawsNeighboursTogether(String days, String words) {
        var set =
                Arrays.stream(days.split(" "))
                        .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                        .collect(Collectors.toSet());

        assertThat(Weekdays.inShort(set, Locale.ENGLISH)).isEqualTo(words);
    }
}
