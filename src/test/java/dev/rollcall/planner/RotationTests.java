package dev.rollcall.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Which template a rotation has for a date. Its first week is that of Monday, 2 March 2026.
class RotationTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final TemplateId EARLY = new TemplateId(1);
    private static final TemplateId LATE = new TemplateId(2);

    private final Rotation rotation =
            new Rotation(
                    new RotationId(1),
                    "Two weeks",
                    null,
                    List.of(
                            Map.of(DayOfWeek.MONDAY, EARLY, DayOfWeek.SATURDAY, EARLY),
                            Map.of(DayOfWeek.MONDAY, LATE)),
                    1);

    @Test
    void eachWeekHasItsOwnTemplates() {
        assertThat(rotation.on(MONDAY, MONDAY)).contains(EARLY);
        assertThat(rotation.on(MONDAY, MONDAY.plusWeeks(1))).contains(LATE);
    }

    @Test
    void theFirstWeekComesRoundAfterTheLast() {
        assertThat(rotation.on(MONDAY, MONDAY.plusWeeks(2))).contains(EARLY);
        assertThat(rotation.on(MONDAY, MONDAY.plusWeeks(103))).contains(LATE);
    }

    @Test
    void aWeekdayThatIsLeftOutIsFree() {
        assertThat(rotation.on(MONDAY, MONDAY.plusDays(1))).isEmpty();
        assertThat(rotation.on(MONDAY, MONDAY.plusDays(12))).isEmpty();
    }

    @Test
    void whoBeginsInTheMiddleOfAWeekIsInTheFirstWeekUntilSunday() {
        assertThat(rotation.on(MONDAY.plusDays(3), MONDAY.plusDays(5))).contains(EARLY);
        assertThat(rotation.on(MONDAY.plusDays(3), MONDAY.plusDays(7))).contains(LATE);
    }

    @Test
    void theYearsEndDoesNotBreakIt() {
        assertThat(rotation.on(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 4)))
                .contains(LATE);
        assertThat(rotation.on(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 11)))
                .contains(EARLY);
    }
}
