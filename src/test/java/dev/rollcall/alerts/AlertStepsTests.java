package dev.rollcall.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.alerts.AlertRule.Level;
import dev.rollcall.alerts.AlertSteps.Step;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is done about Dana, who has been out of work in unit 2, below unit 1, since 8 o'clock.
class AlertStepsTests {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final UnitId ABOVE = new UnitId(1);
    private static final UnitId HERE = new UnitId(2);
    private static final AlertRule TEN_MINUTES = rule(Level.OUT, 10, 3, null, null, true);

    private static AlertRule rule(
            Level severity,
            int after,
            int nudge,
            @Nullable String activity,
            @Nullable UnitId unit,
            boolean on) {
        return new AlertRule(
                1,
                severity,
                Duration.ofMinutes(after),
                Duration.ofMinutes(nudge),
                activity,
                unit,
                true,
                false,
                on,
                1);
    }

    private static Step next(
            boolean severe, @Nullable Instant nudgedAt, int minute, AlertRule... rules) {
        var dana = new Deviating(new AgentId(7), Set.of(HERE, ABOVE), "WORK", severe, EIGHT);
        return AlertSteps.next(List.of(rules), dana, nudgedAt, at(minute));
    }

    private static Instant at(int minute) {
        return EIGHT.plus(Duration.ofMinutes(minute));
    }

    @Test
    void tellsTheAgentFirstAndTheOthersWhenTheTimeIsUp() {
        assertThat(next(false, null, 5, TEN_MINUTES)).isEqualTo(new Step.Wait(at(7)));
        assertThat(next(false, null, 7, TEN_MINUTES))
                .isEqualTo(new Step.Nudge(TEN_MINUTES, at(10)));
        assertThat(next(false, at(7), 9, TEN_MINUTES)).isEqualTo(new Step.Wait(at(10)));
        assertThat(next(false, at(7), 10, TEN_MINUTES)).isEqualTo(new Step.Raise(TEN_MINUTES));
    }

    @Test
    void givesTheAgentTheirTimeHoweverLateTheyAreNudged() {
        assertThat(next(false, null, 25, TEN_MINUTES))
                .isEqualTo(new Step.Nudge(TEN_MINUTES, at(28)));
        assertThat(next(false, at(25), 27, TEN_MINUTES)).isEqualTo(new Step.Wait(at(28)));
        assertThat(next(false, at(25), 28, TEN_MINUTES)).isEqualTo(new Step.Raise(TEN_MINUTES));
    }

    @Test
    void nudgesNobodyWhereTheRuleSaysSo() {
        var quiet = rule(Level.OUT, 10, 0, null, null, true);
        assertThat(next(false, null, 9, quiet)).isEqualTo(new Step.Wait(at(10)));
        assertThat(next(false, null, 10, quiet)).isEqualTo(new Step.Raise(quiet));
    }

    @Test
    void whatBecomesSevereLaterIsToldByTheFirstRuleAboutSevereOnesThatFits() {
        var lunch = rule(Level.SEVERE, 5, 0, "LUNCH", null, true);
        var severe = rule(Level.SEVERE, 20, 3, null, null, true);
        var dana = new Deviating(new AgentId(7), Set.of(HERE, ABOVE), "WORK", true, EIGHT);

        assertThat(AlertSteps.nextWhenSevere(List.of(TEN_MINUTES), dana, at(60)))
                .isEqualTo(new Step.None());
        var all = List.of(TEN_MINUTES, lunch, severe);
        assertThat(AlertSteps.nextWhenSevere(all, dana, at(19))).isEqualTo(new Step.Wait(at(20)));
        assertThat(AlertSteps.nextWhenSevere(all, dana, at(20))).isEqualTo(new Step.Raise(severe));
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        var severe = rule(Level.SEVERE, 0, 0, null, null, true);
        var off = rule(Level.OUT, 0, 0, null, null, false);
        var lunch = rule(Level.OUT, 0, 0, "LUNCH", null, true);
        var elsewhere = rule(Level.OUT, 0, 0, null, new UnitId(3), true);
        var above = rule(Level.OUT, 0, 0, "WORK", ABOVE, true);

        assertThat(next(false, null, 1, severe, off, lunch, elsewhere)).isEqualTo(new Step.None());
        assertThat(next(false, null, 1, severe, off, lunch, elsewhere, above))
                .isEqualTo(new Step.Raise(above));
        assertThat(next(true, null, 1, severe, above)).isEqualTo(new Step.Raise(severe));
        assertThat(next(true, null, 1, above, severe)).isEqualTo(new Step.Raise(above));
    }
}
