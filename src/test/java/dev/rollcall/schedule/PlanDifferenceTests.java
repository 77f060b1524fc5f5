package dev.rollcall.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanDifferenceTests {

    @Test
    void tellsWhatWasAddedMovedAndRemoved() {
        assertThat(
                        PlanDifference.between(
                                plan(null, "WORK 8 16", "LUNCH 12 13", "BREAK 10 11"),
                                plan(null, "WORK 8 17", "LUNCH 12 13", "MEETING 9 10")))
                .extracting(change -> change.kind() + " " + change.activity())
                .containsExactly("MOVED WORK", "ADDED MEETING", "REMOVED BREAK");
    }

    @Test
    void tellsThatANoteChanged() {
        assertThat(PlanDifference.between(plan("a", "WORK 8 16"), plan("b", "WORK 8 16")))
                .extracting(PlanDifference.Change::kind)
                .containsExactly(PlanDifference.Kind.NOTE);
    }

    @Test
    void tellsNothingOfTheSameInAnotherOrder() {
        assertThat(
                        PlanDifference.between(
                                plan(null, "WORK 8 16", "LUNCH 12 13"),
                                plan(null, "LUNCH 12 13", "WORK 8 16")))
                .isEmpty();
    }

    @Test
    void tellsOfTheFirstVersionThatAllOfItIsNew() {
        assertThat(PlanDifference.between(null, plan(null, "WORK 8 16")))
                .extracting(PlanDifference.Change::kind)
                .containsExactly(PlanDifference.Kind.ADDED);
    }

    private static DayPlan plan(@Nullable String note, String... entries) {
        return new DayPlan(
                new AgentId(1),
                LocalDate.of(2026, 3, 2),
                1,
                Arrays.stream(entries).map(PlanDifferenceTests::planned).toList(),
                note,
                Instant.EPOCH,
                "Test");
    }

    private static PlannedActivity planned(String entry) {
        var parts = entry.split(" ");
        var midnight = Instant.parse("2026-03-02T00:00:00Z");
        return new PlannedActivity(
                parts[0],
                TimeSpan.of(
                        midnight.plusSeconds(Integer.parseInt(parts[1]) * 3600L),
                        midnight.plusSeconds(Integer.parseInt(parts[2]) * 3600L)));
    }
}
