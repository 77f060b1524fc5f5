package dev.rollcall.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.calendar.PlanChange.Kind;
import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanChangeTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    '',                          WORK 08-16,                           NEW
                    WORK 08-16,                  '',                                   FREE
                    WORK 08-16,                  LEAVE 08-16,                          FREE
                    WORK 08-16,                  WORK 09-16,                           STARTS
                    WORK 08-16,                  WORK 08-17,                           ENDS
                    WORK 08-16,                  WORK 09-17,                           HOURS
                    WORK 08-16 LUNCH 12-13,      WORK 09-16 LUNCH 13-14,               STARTS
                    WORK 08-16,                  WORK 08-16 LUNCH 12-13,               ADDED
                    WORK 08-16 LUNCH 12-13,      WORK 08-16,                           REMOVED
                    WORK 08-16 LUNCH 12-13,      WORK 08-16 LUNCH 13-14,               MOVED
                    WORK 08-16 LUNCH 12-13,      WORK 08-16 LUNCH 13-14 MEETING 10-11, SEVERAL
                    '',                          LEAVE 08-16,                          ADDED
                    """)
    void saysTheOneThingTheyMustKnowFirst(String before, String after, Kind kind) {
        assertThat(between(plan(before, null), plan(after, null)))
                .map(PlanChange::kind)
                .contains(kind);
    }

    @Test
    void saysNothingOfWhatStaysAsItWas() {
        assertThat(
                        between(
                                plan("WORK 08-16 LUNCH 12-13", "a"),
                                plan("LUNCH 12-13 WORK 08-16", "b")))
                .isEmpty();
        assertThat(between(null, plan("", null))).isEmpty();
    }

    @Test
    void saysWhatKeepsThemAwayAndWhenTheyWouldHaveCome() {
        var change = between(plan("WORK 08-16", null), plan("LEAVE 08-16", null)).orElseThrow();

        assertThat(change.activity()).isEqualTo("LEAVE");
        assertThat(change.from()).isEqualTo(new PlanChange.Stretch(at("08"), at("16")));
        assertThat(change.to()).isNull();
    }

    private static Optional<PlanChange> between(@Nullable DayPlan before, DayPlan after) {
        return PlanChange.between(
                before,
                after,
                code ->
                        switch (code) {
                            case "LEAVE" -> Category.TIME_OFF;
                            case "WORK" -> Category.WORK;
                            default -> Category.AUXILIARY;
                        },
                code -> !"LEAVE".equals(code));
    }

    /// @param text `WORK 08-16 LUNCH 12-13`
    private static DayPlan plan(String text, @Nullable String note) {
        var parts = text.isEmpty() ? new String[0] : text.split(" ");
        var entries =
                Arrays.stream(parts)
                        .filter(part -> part.matches("[A-Z]+"))
                        .map(activity -> {
                            var hours =
                                    parts[Arrays.asList(parts).indexOf(activity) + 1].split("-");
                            return new PlannedActivity(
                                    activity, TimeSpan.of(at(hours[0]), at(hours[1])));
                        })
                        .toList();
        return new DayPlan(new AgentId(1), DAY, 1, entries, note, Instant.EPOCH, "Kim");
    }

    private static Instant at(String hour) {
        return Instant.parse("2026-11-24T" + hour + ":00:00Z");
    }
}
