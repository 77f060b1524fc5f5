package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rollcall.planner.PlanWarning.Kind;
import dev.rollcall.planner.Terms.Available;
import dev.rollcall.planner.Terms.Contract;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What there is to say against a plan. The week begins on Monday, 2 March 2026.
class PlanRulesTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final PlanRules rules =
            new PlanRules(PlanRulesTests::category, activity -> !activity.equals("LUNCH"));
    private final SortedMap<LocalDate, List<PlannedActivity>> days = new TreeMap<>();
    private Terms terms = Terms.NONE;
    private ZoneId zone = ZoneOffset.UTC;

    private static Category category(String activity) {
        return switch (activity) {
            case "WORK" -> Category.WORK;
            case "TIME_OFF" -> Category.TIME_OFF;
            default -> Category.AUXILIARY;
        };
    }

    /// Entries such as `WORK 08:00-16:00`; an end at or before its start is on the next day.
    private void on(int day, String... entries) {
        var date = MONDAY.plusDays(day);
        var planned = new ArrayList<PlannedActivity>();
        Arrays.stream(entries)
                .map(entry -> entry.split("[ -]"))
                .forEach(parts -> {
                    var start = date.atTime(LocalTime.parse(parts[1]));
                    var end = date.atTime(LocalTime.parse(parts[2]));
                    planned.add(
                            new PlannedActivity(
                                    parts[0],
                                    TimeSpan.of(
                                            start.atZone(zone).toInstant(),
                                            (end.isAfter(start) ? end : end.plusDays(1))
                                                    .atZone(zone)
                                                    .toInstant())));
                });
        days.put(date, planned);
    }

    private void agreed(int hours, int daysAWeek) {
        terms =
                new Terms(
                        new Contract(
                                MONDAY, Duration.ofHours(hours), daysAWeek, Terms.USUAL_REST, 1),
                        terms.availability());
    }

    private void canWork(DayOfWeek weekday, String start, String end) {
        var hours = new ArrayList<>(terms.availability());
        hours.add(new Available(weekday, LocalTime.parse(start), LocalTime.parse(end)));
        terms = new Terms(terms.contract(), hours);
    }

    private List<PlanWarning> warnings() {
        return rules.warnings(days, MONDAY, MONDAY.plusDays(6), zone, terms);
    }

    private void says(Kind kind, int day) {
        assertThat(warnings())
                .extracting(PlanWarning::kind, PlanWarning::date)
                .containsExactly(tuple(kind, MONDAY.plusDays(day)));
    }

    @Test
    void saysNothingAgainstAnOrdinaryWeek() {
        agreed(40, 5);
        for (int day = 0; day < 5; day++) {
            on(day, "WORK 08:00-16:30", "BREAK 10:00-10:15", "LUNCH 12:00-12:30");
        }

        assertThat(warnings()).isEmpty();
    }

    @Test
    void seesTwoEntriesOfOneLayerOverEachOther() {
        on(0, "WORK 08:00-16:00", "BREAK 10:00-10:15", "MEETING 10:10-11:00");

        says(Kind.OVERLAP, 0);
        assertThat(warnings().getFirst().found()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void seesNothingWrongWithABreakOverWork() {
        on(0, "WORK 08:00-16:00", "BREAK 10:00-10:15");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void seesLunchWithNoWorkAroundIt() {
        on(0, "WORK 08:00-12:00", "LUNCH 12:00-12:30");

        says(Kind.OUTSIDE_WORK, 0);
    }

    @Test
    void leavesADayWithoutWorkAlone() {
        on(0, "TRAINING 08:00-12:00");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void asksForElevenHoursOfRest() {
        on(0, "WORK 14:00-22:00");
        on(1, "WORK 08:59-16:00");

        says(Kind.SHORT_REST, 1);
        assertThat(warnings().getFirst().found()).isEqualTo(Duration.ofMinutes(10 * 60 + 59));

        on(1, "WORK 09:00-16:00");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void measuresRestOverADayOffAndFromTheWeekBefore() {
        on(-1, "WORK 22:00-06:00");
        on(0, "WORK 16:00-20:00");

        says(Kind.SHORT_REST, 0);
    }

    @Test
    void countsTimeOffAsRest() {
        on(0, "WORK 14:00-22:00", "TIME_OFF 18:00-22:00");
        on(1, "WORK 06:00-12:00");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void seesAShiftThatReachesIntoTheNext() {
        on(0, "WORK 22:00-06:00");
        on(1, "WORK 05:00-12:00");

        says(Kind.INTO_NEXT_DAY, 1);
    }

    @Test
    void saysWithWhichDayTheHoursBecomeTooMany() {
        agreed(16, 7);
        on(0, "WORK 08:00-16:30", "LUNCH 12:00-12:30");
        on(1, "WORK 08:00-16:30", "LUNCH 12:00-12:30");
        assertThat(warnings()).isEmpty();

        on(3, "WORK 08:00-09:00");
        says(Kind.OVER_HOURS, 3);
        assertThat(warnings().getFirst().found()).isEqualTo(Duration.ofHours(17));
    }

    @Test
    void countsPaidTimeOffAsHours() {
        agreed(8, 7);
        on(0, "TIME_OFF 08:00-16:00");
        on(1, "WORK 08:00-09:00");

        says(Kind.OVER_HOURS, 1);
    }

    @Test
    void beginsAnewEveryWeek() {
        agreed(8, 1);
        on(-1, "WORK 08:00-16:00");
        on(0, "WORK 08:00-16:00");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void saysWithWhichDayThereAreTooMany() {
        agreed(100, 2);
        on(0, "WORK 08:00-09:00");
        on(1, "TIME_OFF 08:00-16:00");
        on(2, "WORK 08:00-09:00");
        on(4, "WORK 08:00-09:00");

        says(Kind.OVER_DAYS, 4);
    }

    @Test
    void saysFromWhenSomebodyCannotWork() {
        canWork(DayOfWeek.MONDAY, "07:00", "12:00");
        canWork(DayOfWeek.MONDAY, "12:00", "15:00");
        on(0, "WORK 08:00-16:00");

        says(Kind.UNAVAILABLE, 0);
        var span = warnings().getFirst().span();
        assertThat(span).isNotNull();
        assertThat(span.start()).isEqualTo(MONDAY.atTime(15, 0).toInstant(ZoneOffset.UTC));

        on(0, "WORK 08:00-15:00");
        assertThat(warnings()).isEmpty();
    }

    @Test
    void knowsHoursThatGoOnAfterMidnight() {
        canWork(DayOfWeek.MONDAY, "20:00", "08:00");
        on(0, "WORK 22:00-06:00");
        assertThat(warnings()).isEmpty();

        on(1, "WORK 22:00-06:00");
        assertThat(warnings()).extracting(PlanWarning::kind).containsExactly(Kind.UNAVAILABLE);
    }

    @Test
    void takesTheHoursOfThePersonsOwnClock() {
        zone = ZoneId.of("America/New_York");
        canWork(DayOfWeek.MONDAY, "08:00", "16:00");
        on(0, "WORK 08:00-16:00");

        assertThat(warnings()).isEmpty();
    }

    @Test
    void saysOnlyWhatWasAskedAbout() {
        on(6, "WORK 14:00-22:00");
        on(7, "WORK 06:00-12:00");

        assertThat(warnings()).isEmpty();
    }
}
