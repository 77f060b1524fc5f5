package dev.rollcall.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rollcall.demand.ForecastDay.Basis;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What will come, from the same weekdays of recent weeks, and how far off that was.
class ForecastTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Map<Instant, Volume> came = new HashMap<>();

    private void came(LocalDate date, String time, double contacts, int seconds) {
        var start = date.atTime(LocalTime.parse(time)).atZone(BERLIN).toInstant();
        came.put(start, new Volume(start, contacts, Duration.ofSeconds(seconds)));
    }

    private Forecast forecast(LocalDate end, LocalDate... holidays) {
        return new Forecast(BERLIN, came, end, Set.of(holidays));
    }

    private static Volume at(ForecastDay day, String time) {
        return day.volumes().stream()
                .filter(volume ->
                        LocalTime.ofInstant(volume.start(), BERLIN).equals(LocalTime.parse(time)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void letsTheLastWeekCountMost() {
        came(MONDAY.minusWeeks(2), "09:00", 10, 120);
        came(MONDAY.minusWeeks(1), "09:00", 40, 240);

        var day = forecast(MONDAY).day(MONDAY, MONDAY);

        assertThat(day.basis()).isEqualTo(Basis.WEEKDAYS);
        assertThat(day.from()).containsExactly(MONDAY.minusWeeks(1), MONDAY.minusWeeks(2));
        // (2 x 40 + 10) / 3; handling (2 x 40 x 240 + 10 x 120) / 90
        assertThat(at(day, "09:00").contacts()).isEqualTo(30, within(1e-9));
        assertThat(at(day, "09:00").handling()).isEqualTo(Duration.ofSeconds(227));
        assertThat(at(day, "09:30").contacts()).isZero();
        assertThat(day.volumes()).hasSize(48);
    }

    @Test
    void looksAtSixWeeksAndNoFurther() {
        for (int week = 1; week <= 8; week++) {
            came(MONDAY.minusWeeks(week), "09:00", week <= 6 ? 5 : 1_000, 60);
        }

        assertThat(at(forecast(MONDAY).day(MONDAY, MONDAY), "09:00").contacts())
                .isEqualTo(5, within(1e-9));
    }

    @Test
    void saysSoWhenThereIsTooLittleHistory() {
        came(MONDAY.minusWeeks(1), "09:00", 10, 60);

        var day = forecast(MONDAY).day(MONDAY, MONDAY);

        assertThat(day.basis()).isEqualTo(Basis.TOO_LITTLE);
        assertThat(day.volumes()).isEmpty();
    }

    @Test
    void leavesOutPublicHolidaysAndDaysOnWhichNothingCame() {
        came(MONDAY.minusWeeks(5), "09:00", 20, 60);
        came(MONDAY.minusWeeks(4), "09:00", 20, 60);
        // three weeks ago: nothing at all, a gap
        came(MONDAY.minusWeeks(2), "09:00", 1, 60);
        came(MONDAY.minusWeeks(1), "09:00", 20, 60);

        var day = forecast(MONDAY, MONDAY.minusWeeks(2)).day(MONDAY, MONDAY);

        assertThat(day.from())
                .containsExactly(MONDAY.minusWeeks(1), MONDAY.minusWeeks(4), MONDAY.minusWeeks(5));
        assertThat(at(day, "09:00").contacts()).isEqualTo(20, within(1e-9));
    }

    @Test
    void expectsNothingWhereNothingEverCame() {
        came(MONDAY.minusWeeks(3), "09:00", 20, 60);

        var sunday = forecast(MONDAY).day(MONDAY.plusDays(6), MONDAY);

        assertThat(sunday.basis()).isEqualTo(Basis.WEEKDAYS);
        assertThat(sunday.volumes()).allSatisfy(volume -> assertThat(volume.contacts()).isZero());
    }

    @Test
    void forecastsAPublicHolidayFromThoseBeforeIt() {
        var holiday = MONDAY.minusDays(10);
        came(holiday, "09:00", 3, 60);
        for (int week = 1; week <= 4; week++) {
            came(MONDAY.minusWeeks(week), "09:00", 30, 60);
        }

        var day = forecast(MONDAY, holiday, MONDAY).day(MONDAY, MONDAY);

        assertThat(day.basis()).isEqualTo(Basis.HOLIDAYS);
        assertThat(at(day, "09:00").contacts()).isEqualTo(3, within(1e-9));
        assertThat(forecast(MONDAY, MONDAY).day(MONDAY, MONDAY).basis())
                .isEqualTo(Basis.HOLIDAY_AS_WEEKDAY);
    }

    @Test
    void meansTheSameLocalTimeWhenTheClocksChange() {
        var sunday = LocalDate.of(2026, 3, 29);
        for (int week = 1; week <= 3; week++) {
            came(sunday.minusWeeks(week), "09:00", 7, 60);
            came(sunday.minusWeeks(week), "02:30", 2, 60);
        }

        var day = forecast(sunday).day(sunday, sunday);

        assertThat(day.volumes()).hasSize(46);
        assertThat(at(day, "09:00").contacts()).isEqualTo(7, within(1e-9));
        assertThat(at(day, "09:00").start()).isEqualTo(Instant.parse("2026-03-29T07:00:00Z"));
    }

    @Test
    void saysHowFarOffItWouldHaveBeenFromTheWeeksBeforeAlone() {
        came(MONDAY.minusWeeks(3), "09:00", 10, 60);
        came(MONDAY.minusWeeks(2), "09:00", 10, 60);
        came(MONDAY.minusWeeks(1), "09:00", 8, 60);
        came(MONDAY.minusWeeks(1), "09:30", 2, 60);

        var error = forecast(MONDAY).heldOut(MONDAY);

        // It said 10 and 0 of what became 8 and 2: off by 4 of 10, and the day was right.
        assertThat(error.weeks())
                .singleElement()
                .satisfies(week -> {
                    assertThat(week.monday()).isEqualTo(MONDAY.minusWeeks(1));
                    assertThat(week.days()).isEqualTo(1);
                });
        assertThat(error.wape()).hasValueCloseTo(40.0, within(1e-9));
        assertThat(error.wapeOfDays()).hasValueCloseTo(0.0, within(1e-9));
        assertThat(error.bias()).hasValueCloseTo(0.0, within(1e-9));
    }

    @Test
    void saysNothingOfItsErrorWithoutHistory() {
        assertThat(forecast(MONDAY).heldOut(MONDAY).wape()).isEmpty();
    }
}
