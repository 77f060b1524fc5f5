package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.requests.Preference.Weight;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Wishes of somebody in Berlin. It is about Monday, 2 March 2026.
class PreferenceTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static @Nullable TimeSpan shift(@Nullable String hours) {
        if (hours == null) {
            return null;
        }
        var parts = hours.split("-");
        var from = LocalTime.parse(parts[0]);
        var to = LocalTime.parse(parts[1]);
        return TimeSpan.of(
                MONDAY.atTime(from).atZone(BERLIN).toInstant(),
                (to.isAfter(from) ? MONDAY : MONDAY.plusDays(1))
                        .atTime(to)
                        .atZone(BERLIN)
                        .toInstant());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "06:00-14:00, EARLY",
        "09:00-17:00, EARLY",
        "10:00-18:00, LATE",
        "14:00-22:00, LATE",
        "18:00-02:00, NIGHT",
        "22:00-06:00, NIGHT",
        ", DAY_OFF"
    })
    void knowsAShiftByItsMiddle(@Nullable String hours, PreferredTime time) {
        for (var each : PreferredTime.values()) {
            assertThat(each.isThatOf(shift(hours), BERLIN)).as("" + each).isEqualTo(each == time);
        }
    }

    private static int fit(@Nullable String hours, Preference... wishes) {
        return Preference.fit(List.of(wishes), MONDAY, shift(hours), BERLIN);
    }

    private static Preference like(PreferredTime time) {
        return new Preference(DayOfWeek.MONDAY, time, Weight.LIKE);
    }

    private static Preference dislike(PreferredTime time) {
        return new Preference(DayOfWeek.MONDAY, time, Weight.DISLIKE);
    }

    @Test
    void fitsWhatIsWishedFor() {
        assertThat(fit("08:00-16:00", like(PreferredTime.EARLY))).isEqualTo(1);
        assertThat(fit(null, like(PreferredTime.DAY_OFF))).isEqualTo(1);
    }

    @Test
    void takesOneOfSeveralWishesForEnough() {
        assertThat(fit("08:00-16:00", like(PreferredTime.EARLY), like(PreferredTime.LATE)))
                .isEqualTo(1);
    }

    @Test
    void goesAgainstAWishThatDoesNotComeTrue() {
        assertThat(fit("14:00-22:00", like(PreferredTime.EARLY))).isEqualTo(-1);
        assertThat(fit("14:00-22:00", like(PreferredTime.EARLY), dislike(PreferredTime.LATE)))
                .isEqualTo(-2);
    }

    @Test
    void saysNothingOfDaysNobodyWishesAnythingOf() {
        assertThat(fit("14:00-22:00")).isZero();
        assertThat(fit("14:00-22:00", dislike(PreferredTime.NIGHT))).isZero();
        assertThat(
                        fit(
                                "14:00-22:00",
                                new Preference(
                                        DayOfWeek.TUESDAY, PreferredTime.EARLY, Weight.LIKE)))
                .isZero();
    }
}
