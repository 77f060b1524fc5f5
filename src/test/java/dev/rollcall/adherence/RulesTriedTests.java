package dev.rollcall.adherence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.rollcall.adherence.FiguresQuery.GroupBy;
import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// Rules that are tried before they are saved, and days that are judged anew by the rules of today:
/// what was said before is what is shown afterwards.
@ModuleTest
class RulesTriedTests {

    private static final LocalDate TODAY = Floor.TODAY;
    private static final LocalDate SUNDAY = TODAY.minusDays(1);
    private static final LocalDate FRIDAY = TODAY.minusDays(3);
    private static final LocalDate THURSDAY = TODAY.minusDays(4);
    private static final Actor GRACE = new Actor(Actor.Kind.USER, "1", "Grace");

    @Autowired private AdherenceSettings settings;
    @Autowired private RulePreviews previews;
    @Autowired private Recalculations recalculations;
    @Autowired private RecalculationTable table;
    @Autowired private Adherence adherence;
    @Autowired private Access access;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private SignIns signIns;
    @Autowired private JdbcClient database;

    // ------------------------------------------------------------------ before saving

    @Test
    void saysBeforeSavingExactlyWhatIsShownAfterwards() {
        people("care");
        save(null, grace(5).with(Setting.UNSCHEDULED, Rules.Unscheduled.EXCEPTION), SUNDAY);
        var thursday = scores(THURSDAY, THURSDAY);
        var sunday = scores(SUNDAY, SUNDAY);
        var before = scores(FRIDAY, SUNDAY);
        var lenient = SettingsForm.of(grace(90), FRIDAY);

        var preview = done(asSystem(() -> previews.start(null, lenient, 1, Scope.everyone())));

        assertThat(preview.from()).isEqualTo(FRIDAY);
        assertThat(preview.to()).isEqualTo(SUNDAY);
        assertThat(scores(FRIDAY, SUNDAY)).isEqualTo(before);
        asSystem(() -> settings.save(null, lenient, null, null, Scope.everyone(), GRACE));
        var after = scores(FRIDAY, SUNDAY);
        assertThat(after).isNotEqualTo(before);
        assertThat(preview.movement().whom())
                .isNotEmpty()
                .allSatisfy(moved -> {
                    assertThat(moved.before()).isEqualTo(before.get(moved.agent()));
                    assertThat(moved.after()).isEqualTo(after.get(moved.agent()));
                });
        assertThat(preview.movement().before()).isEqualTo(sum(before).percent());
        assertThat(preview.movement().after()).isEqualTo(sum(after).percent());
        // The days before keep their rules, and so do those for which something was said later.
        assertThat(scores(THURSDAY, THURSDAY)).isEqualTo(thursday);
        assertThat(scores(SUNDAY, SUNDAY)).isEqualTo(sunday);
    }

    @Test
    void triesOnTheLastDaysWhatCountsFromToday() {
        people("care");

        var week =
                done(
                        asSystem(() ->
                                previews.start(
                                        null,
                                        SettingsForm.of(grace(90), null),
                                        7,
                                        Scope.everyone())));
        var yesterday =
                done(
                        asSystem(() ->
                                previews.start(
                                        null,
                                        SettingsForm.of(grace(90), TODAY.plusDays(9)),
                                        1,
                                        Scope.everyone())));

        assertThat(week.from()).isEqualTo(TODAY.minusDays(7));
        assertThat(week.movement().people()).isEqualTo(6);
        assertThat(week.movement().moved()).isEqualTo(5);
        assertThat(week.movement().whom())
                .extracting(Moved::difference)
                .isSortedAccordingTo((a, b) -> b.orElseThrow().compareTo(a.orElseThrow()));
        assertThat(yesterday.from()).isEqualTo(SUNDAY);
        assertThat(asSystem(() -> settings.history(null, Scope.everyone()))).isEmpty();
    }

    @Test
    void namesNobodyToWhoeverMayNotSeeThem() {
        people("care");
        var admin = signIns.user(Assignment.everywhere(Role.ADMIN)).id();
        var form = SettingsForm.of(grace(90), null);

        var begun = SignIns.as(admin, () -> previews.start(null, form, 7, Scope.everyone()));
        await().until(() -> SignIns.as(admin, () -> previews.of(begun.id()).isOver()));
        var found = SignIns.as(admin, () -> previews.of(begun.id())).movement();

        assertThat(found.moved()).isEqualTo(5);
        assertThat(found.whom()).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> asSystem(() -> previews.of(begun.id())));
    }

    @Test
    void refusesDaysItCannotTry() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        asSystem(() ->
                                previews.start(
                                        null,
                                        SettingsForm.of(grace(90), null),
                                        93,
                                        Scope.everyone())));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        asSystem(() -> previews.startRecalculation(null, TODAY, Scope.everyone())));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        asSystem(() ->
                                recalculations.start(
                                        null,
                                        TODAY.minusDays(93),
                                        null,
                                        null,
                                        Scope.everyone(),
                                        GRACE)));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() ->
                        asSystem(() ->
                                recalculations.start(
                                        null, FRIDAY, null, null, Scope.nobody(), GRACE)));
    }

    // ------------------------------------------------------------------ recalculating

    @Test
    void judgesPastDaysAnewExactlyAsItSaidItWould() {
        people("care");
        save(null, grace(5), TODAY.minusDays(20));
        save(null, grace(30), SUNDAY);
        save(null, grace(90), TODAY);
        var thursday = scores(THURSDAY, THURSDAY);
        var before = scores(FRIDAY, SUNDAY);

        var preview =
                done(asSystem(() -> previews.startRecalculation(null, FRIDAY, Scope.everyone())));
        var asked = recalculate(null, FRIDAY, preview.edition());

        assertThat(asked.people()).isEqualTo(6);
        var after = scores(FRIDAY, SUNDAY);
        assertThat(preview.movement().whom())
                .hasSize(5)
                .allSatisfy(moved -> {
                    assertThat(moved.before()).isEqualTo(before.get(moved.agent()));
                    assertThat(moved.after()).isEqualTo(after.get(moved.agent()));
                });
        assertThat(preview.movement().after()).isEqualTo(sum(after).percent());
        assertThat(scores(THURSDAY, THURSDAY)).isEqualTo(thursday);
        assertThat(
                        database.sql(
                                        "SELECT after_state FROM audit_entry"
                                                + " WHERE what = 'adherence recalculation'")
                                .query(String.class)
                                .single())
                .contains("from 2026-02-27 to 2026-03-01, 6 people: Agreed");
        var records =
                database.sql("SELECT COUNT(*) FROM adherence_day WHERE work_date >= ?")
                        .param(FRIDAY)
                        .query(Integer.class)
                        .single();
        assertThat(records).isEqualTo(6 * 3);
        // Once more there is nothing to say.
        assertThat(settings.todaysRulesFrom(null, FRIDAY)).isEmpty();
    }

    @Test
    void givesAUnitTheRulesOfTodayAndLeavesOthersAlone() {
        var south = floor.unit("south", "UTC");
        var north = floor.unit("north", "UTC");
        var quay =
                register.putUnit(
                        "quay",
                        new UnitDraft("quay", "UTC", "north", null),
                        null,
                        Scope.everyone(),
                        GRACE);
        save(null, grace(5).withGrace("LUNCH", new Grace.None()), TODAY.minusDays(20));
        save(quay.id(), OwnRules.NOTHING.with(Setting.TARGET, BigDecimal.TEN), FRIDAY);
        save(null, grace(30), SUNDAY);
        save(quay.id(), OwnRules.NOTHING.with(Setting.TARGET, BigDecimal.ONE), TODAY);
        save(null, grace(60), TODAY.plusDays(3));
        var wasSouth = on(south.id(), SUNDAY);
        var wasEarlier = on(north.id(), THURSDAY.minusDays(1));

        recalculate(north.id(), THURSDAY, null);

        for (var unit : List.of(north.id(), quay.id())) {
            for (var day = THURSDAY; day.isBefore(TODAY); day = day.plusDays(1)) {
                assertThat(on(unit, day)).as("%s on %s", unit, day).isEqualTo(on(unit, TODAY));
            }
        }
        assertThat(on(south.id(), SUNDAY)).isEqualTo(wasSouth);
        assertThat(on(north.id(), THURSDAY.minusDays(1))).isEqualTo(wasEarlier);
        // From today on the unit inherits again.
        assertThat(on(north.id(), TODAY.plusDays(3))).isEqualTo(on(south.id(), TODAY.plusDays(3)));
        assertThat(on(north.id(), TODAY)).isEqualTo(on(south.id(), TODAY));
    }

    @Test
    void judgesWhoeverMovedByTheRulesOfTheirUnitOfToday() {
        var south = floor.unit("south", "UTC");
        people("care");
        save(south.id(), grace(90), TODAY.minusDays(20));
        var before = scores(FRIDAY, FRIDAY);
        register.putAgent(
                "late-1",
                new AgentDraft("late-1", null, "south", null, null, null, null),
                null,
                Scope.everyone(),
                GRACE);
        assertThat(scores(FRIDAY, FRIDAY)).isEqualTo(before);

        recalculate(south.id(), FRIDAY, null);

        assertThat(scores(FRIDAY, FRIDAY)).isNotEqualTo(before);
    }

    @Test
    void goesOnAfterARestartAndIsAloneUntilThen() {
        people("care");
        table.add(null, FRIDAY, SUNDAY, null, 6, FreshStart.NOW, GRACE);

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> recalculate(null, THURSDAY, null));
        assertThat(asSystem(() -> recalculations.isRunning())).isTrue();

        recalculations.goOn();

        await().until(() -> !asSystem(() -> recalculations.isRunning()));
        var last = asSystem(() -> recalculations.latest(Scope.everyone())).getFirst();
        assertThat(last.state()).isEqualTo(Recalculation.State.DONE);
        assertThat(last.done()).isEqualTo(6);
        assertThat(asSystem(() -> recalculations.latest(Scope.nobody()))).isEmpty();
    }

    @Test
    void refusesWhatWasLookedAtBySettingsThatAreOthersByNow() {
        people("care");
        var edition = settings.on(null, TODAY).edition();
        save(null, grace(5), TODAY);

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> recalculate(null, FRIDAY, edition));
        assertThat(asSystem(() -> recalculations.isRunning())).isFalse();
    }

    // ------------------------------------------------------------------ setting up

    /// Five who are late, each on other days and by other minutes, and one who never is.
    private void people(String unit) {
        if (unit.equals("care")) {
            floor.unit("care", "UTC");
        }
        for (int i = 0; i < 6; i++) {
            var who = floor.agent("late-" + i, unit);
            for (var day : List.of(THURSDAY, FRIDAY, SUNDAY)) {
                who.onShift(day, "WORK 08:00-16:00", "LUNCH 12:00-12:30")
                        .at(day, "08:%02d".formatted(i * 10), "AVAILABLE")
                        .at(day, "12:00", "UNAVAILABLE/LUNCH")
                        .at(day, "12:%02d".formatted(30 + i), "AVAILABLE")
                        .at(day, "16:30", "AWAY");
            }
        }
    }

    private Recalculation recalculate(
            @Nullable UnitId unit, LocalDate from, @Nullable String edition) {
        var asked =
                asSystem(() ->
                        recalculations.start(
                                unit, from, edition, "Agreed", Scope.everyone(), GRACE));
        await().until(() -> !asSystem(() -> recalculations.isRunning()));
        assertThat(asSystem(() -> recalculations.latest(Scope.everyone())).getFirst().state())
                .isEqualTo(Recalculation.State.DONE);
        return asked;
    }

    private RulePreview done(RulePreview begun) {
        await().until(() -> asSystem(() -> previews.of(begun.id()).isOver()));
        var over = asSystem(() -> previews.of(begun.id()));
        assertThat(over.state()).isEqualTo(RulePreview.State.DONE);
        return over;
    }

    private Map<AgentId, Tally> scores(LocalDate from, LocalDate to) {
        var scores = new HashMap<AgentId, Tally>();
        asSystem(() ->
                        adherence.figures(
                                new FiguresQuery(from, to, null, null, GroupBy.AGENT),
                                Scope.everyone()))
                .forEach(line ->
                        scores.put(Objects.requireNonNull(line.agent()), line.figures().score()));
        return scores;
    }

    private static Tally sum(Map<AgentId, Tally> scores) {
        return scores.values().stream().reduce(Tally.NONE, Tally::plus);
    }

    /// Everything a day is judged by, whoever said it.
    private record Held(
            List<MappingRule> mapping, List<Object> values, boolean chains, int target) {}

    private Held on(@Nullable UnitId unit, LocalDate day) {
        var all = settings.on(unit, day);
        var rules = all.rules();
        return new Held(
                rules.mapping().rules(),
                List.of(
                        rules.unmapped(),
                        rules.unscheduled(),
                        rules.graceOf("WORK"),
                        rules.graceOf("LUNCH"),
                        rules.workingPresences(),
                        rules.severe()),
                all.chainsExcuses(),
                all.targetPercent().intValue());
    }

    private static OwnRules grace(int minutes) {
        return OwnRules.NOTHING.withGrace(
                null, new Grace.MinimumException(Duration.ofMinutes(minutes)));
    }

    private void save(@Nullable UnitId unit, OwnRules own, LocalDate from) {
        asSystem(() ->
                settings.save(
                        unit, SettingsForm.of(own, from), null, null, Scope.everyone(), GRACE));
    }

    private <T> T asSystem(Supplier<T> work) {
        return access.asSystem("test", work);
    }
}
