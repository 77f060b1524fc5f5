package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.LevelRules;
import dev.rollcall.adherence.settings.LevelRules.Waiting;
import dev.rollcall.adherence.settings.Origin;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Pair;
import dev.rollcall.adherence.settings.RuleChange.ValueChanged;
import dev.rollcall.adherence.settings.SeenPair;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.adherence.settings.Sourced;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The settings of one level: what comes from where, who changed what, and what days that happened
/// have to say about them.
@ModuleTest
class SettingsLevelTests {

    private static final LocalDate TODAY = Floor.TODAY;
    private static final LocalDate FRIDAY = TODAY.minusDays(3);
    private static final Actor GRACE = new Actor(Actor.Kind.USER, "1", "Grace");

    @Autowired private AdherenceSettings settings;
    @Autowired private RuleEvidence evidence;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private JdbcClient database;

    @Test
    void tellsWhatALevelSaysItselfFromWhatItInherits() {
        var north = floor.unit("north", "UTC");
        save(null, target(95), TODAY, null);
        save(north.id(), OwnRules.NOTHING.withGrace("LUNCH", new Grace.None()), TODAY, null);

        var level = level(north);

        assertThat(level.own().targetPercent()).isNull();
        assertThat(level.holds().targetPercent())
                .isEqualTo(new Sourced<>(BigDecimal.valueOf(95), Origin.ORGANISATION));
        assertThat(level.holds().graceOf("LUNCH"))
                .isEqualTo(new Sourced<>(new Grace.None(), Origin.of(north.id())));
        assertThat(level.above().graceOf("LUNCH").origin()).isEqualTo(Origin.SHIPPED);
        assertThat(level(null).below()).containsOnlyKeys(north.id());
    }

    @Test
    void knowsWhatWaitsForALaterDay() {
        var north = floor.unit("north", "UTC");
        save(null, target(95), TODAY.plusDays(5), null);
        save(north.id(), target(80), TODAY.plusDays(2), null);

        assertThat(level(north).waiting())
                .containsExactly(
                        new Waiting(Origin.of(north.id()), TODAY.plusDays(2)),
                        new Waiting(Origin.ORGANISATION, TODAY.plusDays(5)));
        assertThat(level(north).holds().targetPercent().value().intValue()).isEqualTo(90);
        var later = asSystem(() -> settings.level(north.id(), TODAY.plusDays(2), Scope.everyone()));
        assertThat(later.holds().targetPercent().value().intValue()).isEqualTo(80);
    }

    @Test
    void remembersWhoChangedWhatAndWhy() {
        save(null, target(95), TODAY, "Agreed with the works council");
        save(null, target(80), TODAY, " ");

        var history = asSystem(() -> settings.history(null, Scope.everyone()));

        assertThat(history).hasSize(2);
        assertThat(history.getFirst().inForce()).isTrue();
        assertThat(history.getFirst().reason()).isNull();
        assertThat(history.getFirst().changes())
                .containsExactly(
                        new ValueChanged(
                                Setting.TARGET,
                                new Sourced<>(BigDecimal.valueOf(95), Origin.ORGANISATION),
                                new Sourced<>(BigDecimal.valueOf(80), Origin.ORGANISATION)));
        var first = history.getLast();
        assertThat(first.by()).isEqualTo("Grace");
        assertThat(first.reason()).isEqualTo("Agreed with the works council");
        assertThat(first.inForce()).isFalse();
        assertThat(
                        database.sql(
                                        "SELECT after_state FROM audit_entry WHERE what = 'adherence"
                                                + " settings' ORDER BY id LIMIT 1")
                                .query(String.class)
                                .single())
                .contains("\"reason\":\"Agreed with the works council\"");
    }

    @Test
    void keepsReasonsShort() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> save(null, target(95), TODAY, "x".repeat(501)))
                .satisfies(e -> assertThat(e.problems().getFirst().pointer()).isEqualTo("/reason"));
    }

    @Test
    void isSilentAboutUnitsOutOfScope() {
        var north = floor.unit("north", "UTC");
        var south = floor.unit("south", "UTC");
        save(north.id(), target(80), TODAY, null);
        var scope = Scope.ofUnits(Set.of(south.id()));

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> asSystem(() -> settings.level(north.id(), null, scope)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> asSystem(() -> settings.history(north.id(), scope)));
        assertThat(asSystem(() -> settings.level(null, null, scope)).below()).isEmpty();
    }

    // ------------------------------------------------------------------ what happened

    @Test
    void listsPairsThatHappenedAndNobodyDecidedOn() {
        floor.agent("dana")
                .onShift(FRIDAY, "WORK 08:00-16:00")
                .at(FRIDAY, "08:00", "AVAILABLE")
                .at(FRIDAY, "10:00", "UNAVAILABLE/OTHER")
                .at(FRIDAY, "10:30", "AVAILABLE")
                .at(FRIDAY, "15:50", "UNAVAILABLE/OTHER")
                .at(FRIDAY, "17:00", "AWAY");
        floor.agent("kim")
                .onShift("WORK 07:00-16:00")
                .at("07:00", "AVAILABLE")
                .at("07:50", "UNAVAILABLE/OTHER");

        assertThat(unmapped(null))
                .containsExactly(
                        new SeenPair(
                                "WORK",
                                "UNAVAILABLE/OTHER",
                                2,
                                Duration.ofMinutes(30 + 10 + 10),
                                FRIDAY,
                                dev.rollcall.support.FreshStart.NOW));

        save(null, deciding(level(null), "WORK", "UNAVAILABLE/OTHER", Verdict.OUT), TODAY, null);
        assertThat(unmapped(null)).isEmpty();
    }

    @Test
    void leavesUndecidedPairsToTheLevelWhoseMappingItIs() {
        var north = floor.unit("north", "UTC");
        floor.agent("dana", "north").onShift("WORK 07:00-16:00").at("07:00", "UNAVAILABLE/OTHER");
        assertThat(unmapped(null)).hasSize(1);
        assertThat(unmapped(north.id())).hasSize(1);

        save(north.id(), deciding(level(north), "WORK", "AVAILABLE", Verdict.OUT), TODAY, null);

        assertThat(unmapped(null)).isEmpty();
        assertThat(unmapped(north.id())).hasSize(1);
    }

    private static OwnRules target(int percent) {
        return OwnRules.NOTHING.with(Setting.TARGET, BigDecimal.valueOf(percent));
    }

    private static OwnRules deciding(
            LevelRules level, String activity, String presence, Verdict verdict) {
        List<MappingRule> rules =
                new Pair(activity, presence).decided(verdict, level.holds().mapping().value());
        return level.own().withMapping(rules);
    }

    private List<SeenPair> unmapped(@Nullable UnitId unit) {
        return asSystem(() -> evidence.unmapped(unit, Scope.everyone()));
    }

    private LevelRules level(@Nullable Unit unit) {
        return asSystem(
                () -> settings.level(unit == null ? null : unit.id(), null, Scope.everyone()));
    }

    private void save(
            @Nullable UnitId unit, OwnRules own, LocalDate from, @Nullable String reason) {
        asSystem(() ->
                settings.save(
                        unit, SettingsForm.of(own, from), null, reason, Scope.everyone(), GRACE));
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }
}
