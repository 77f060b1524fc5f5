package dev.rollcall.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.coaching.PlanRoom.Outcome;
import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanRoomTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

    private static TimeSpan span(String from, String to) {
        return TimeSpan.of(
                Instant.parse(DAY + "T" + from + ":00Z"), Instant.parse(DAY + "T" + to + ":00Z"));
    }

    private static final DayPlan PLAN =
            new DayPlan(
                    new AgentId(1),
                    DAY,
                    3,
                    List.of(
                            new PlannedActivity("WORK", span("08:00", "12:00")),
                            new PlannedActivity("WORK", span("12:00", "16:00")),
                            new PlannedActivity("LUNCH", span("12:00", "12:30"))),
                    null,
                    Instant.EPOCH,
                    "test");

    private static Category category(String code) {
        return switch (code) {
            case "WORK" -> Category.WORK;
            case "TIME_OFF" -> Category.TIME_OFF;
            default -> Category.AUXILIARY;
        };
    }

    private static Outcome put(String from, String to) {
        return PlanRoom.put(List.of(PLAN), span(from, to), PlanRoomTests::category);
    }

    @Test
    void aSessionGoesOverWorkAndComesOutAgainAsIfItHadNeverBeen() {
        assertThat(put("11:00", "12:00"))
                .isInstanceOfSatisfying(
                        Outcome.Fits.class,
                        fits -> {
                            assertThat(fits.date()).isEqualTo(DAY);
                            assertThat(fits.entries())
                                    .hasSize(4)
                                    .endsWith(
                                            new PlannedActivity(
                                                    "COACHING", span("11:00", "12:00")));
                            assertThat(PlanRoom.without(fits.entries(), span("11:00", "12:00")))
                                    .isEqualTo(PLAN.activities());
                        });
    }

    @Test
    void whatStandsInThePlanStaysWhereItIs() {
        assertThat(put("12:15", "12:45")).isEqualTo(new Outcome.Taken("LUNCH"));
        assertThat(put("12:30", "13:00")).isInstanceOf(Outcome.Fits.class);
    }

    @Test
    void nobodyIsCoachedOutsideOfTheirShift() {
        assertThat(put("07:45", "08:15")).isEqualTo(new Outcome.NotWorking());
        assertThat(put("17:00", "17:30")).isEqualTo(new Outcome.NotWorking());
        assertThat(PlanRoom.put(List.of(), span("09:00", "10:00"), PlanRoomTests::category))
                .isEqualTo(new Outcome.NotWorking());
    }
}
