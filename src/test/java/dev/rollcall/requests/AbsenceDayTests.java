package dev.rollcall.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.planner.PlanRules;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What time off makes of Tuesday, 3 March 2026. Lunch is not paid.
class AbsenceDayTests {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 3, 3);

    private static List<PlannedActivity> entries(String... entries) {
        return Arrays.stream(entries)
                .map(entry -> entry.split("[ -]"))
                .map(parts -> {
                    var from = TUESDAY.atTime(LocalTime.parse(parts[1]));
                    var to = TUESDAY.atTime(LocalTime.parse(parts[2]));
                    return new PlannedActivity(
                            parts[0],
                            TimeSpan.of(
                                    from.toInstant(ZoneOffset.UTC),
                                    (to.isAfter(from) ? to : to.plusDays(1))
                                            .toInstant(ZoneOffset.UTC)));
                })
                .toList();
    }

    private static Category category(String activity) {
        return switch (activity) {
            case "LUNCH" -> Category.AUXILIARY;
            case "TIME_OFF" -> Category.TIME_OFF;
            default -> Category.WORK;
        };
    }

    private static AbsenceDay.Way off(@Nullable String hours) {
        var part =
                hours == null
                        ? null
                        : new Hours(
                                LocalTime.parse(hours.split("-")[0]),
                                LocalTime.parse(hours.split("-")[1]));
        return new AbsenceDay.Way(
                ZoneOffset.UTC,
                "TIME_OFF",
                part,
                Duration.ofHours(8),
                new PlanRules(AbsenceDayTests::category, code -> !code.equals("LUNCH")),
                AbsenceDayTests::category);
    }

    private static AbsenceDay planned(@Nullable String hours, String... entries) {
        return AbsenceDay.planned(TUESDAY, 3, entries(entries), off(hours));
    }

    @Test
    void takesThePlaceOfAWholeShift() {
        var day = planned(null, "WORK 08:00-16:30", "LUNCH 12:00-12:30");

        assertThat(day.after()).isEqualTo(entries("TIME_OFF 08:00-16:30"));
        assertThat(day.days()).isEqualByComparingTo("1");
        assertThat(day.amount(Measure.HOURS)).isEqualByComparingTo("8");
    }

    @Test
    void takesThePlaceOfANight() {
        assertThat(planned(null, "WORK 22:00-06:00").after())
                .isEqualTo(entries("TIME_OFF 22:00-06:00"));
    }

    @Test
    void cutsAPartOutOfAShift() {
        var day = planned("10:00-12:15", "WORK 08:00-16:30", "LUNCH 12:00-12:30");

        assertThat(day.after())
                .isEqualTo(
                        entries(
                                "WORK 08:00-10:00",
                                "TIME_OFF 10:00-12:15",
                                "WORK 12:15-16:30",
                                "LUNCH 12:15-12:30"));
        assertThat(day.days()).isEqualByComparingTo("0.5");
        assertThat(day.hours()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void cutsHoursAfterMidnightOutOfANight() {
        var day = planned("02:00-04:00", "WORK 22:00-06:00");

        assertThat(day.hours()).isEqualTo(Duration.ofHours(2));
        assertThat(day.after())
                .extracting(each -> each.activity() + " " + each.span().start())
                .containsExactly(
                        "WORK 2026-03-03T22:00:00Z",
                        "TIME_OFF 2026-03-04T02:00:00Z",
                        "WORK 2026-03-04T04:00:00Z");
    }

    @Test
    void takesAWholeDayOfMoreThanHalfAShift() {
        assertThat(planned("08:00-13:00", "WORK 08:00-16:00").days()).isEqualByComparingTo("1");
    }

    @Test
    void takesNoMoreThanTheShiftHolds() {
        assertThat(planned("14:00-20:00", "WORK 08:00-16:00").after())
                .isEqualTo(entries("WORK 08:00-14:00", "TIME_OFF 14:00-16:00"));
    }

    @Test
    void takesNothingOutsideOfTheShift() {
        var day = planned("18:00-20:00", "WORK 08:00-16:00");

        assertThat(day.isChanged()).isFalse();
        assertThat(day.amount(Measure.DAYS)).isZero();
    }

    @Test
    void leavesADayAloneThatIsOffAlready() {
        assertThat(planned(null, "TIME_OFF 08:00-16:00").isChanged()).isFalse();
    }

    @Test
    void isThePlanOfADayNobodyHasPlanned() {
        var day = AbsenceDay.unplanned(TUESDAY, 0, off(null));

        assertThat(day.after()).isEqualTo(entries("TIME_OFF 08:00-16:00"));
        assertThat(day.version()).isZero();
        assertThat(day.hours()).isEqualTo(Duration.ofHours(8));
        assertThat(AbsenceDay.unplanned(TUESDAY, 2, off(null)).version()).isEqualTo(2);
        assertThat(AbsenceDay.unplanned(TUESDAY, 0, off("09:00-11:00")).days())
                .isEqualByComparingTo("0.5");
    }
}
