package dev.rollcall.adherence.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.LevelRules;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Pair;
import dev.rollcall.adherence.settings.RulesInForce;
import dev.rollcall.adherence.settings.Setting;
import dev.rollcall.people.UnitId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Changes that are not saved, on top of what is.
class DraftTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Pair WORKING = new Pair("WORK", "AVAILABLE");
    private static final MappingRule RULE = new MappingRule("WORK", "AVAILABLE", Verdict.IN);
    private static final MappingRule OTHER = new MappingRule("LUNCH", "AWAY", Verdict.IN);

    @Test
    void saysNothingBeforeAnythingIsChanged() {
        var draft = new Draft(level(OwnRules.NOTHING));

        assertThat(draft.isDirty()).isFalse();
        assertThat(draft.own()).isEqualTo(OwnRules.NOTHING);
    }

    @Test
    void makesAMappingOfItsOwnWithTheFirstDecision() {
        var draft = new Draft(level(OwnRules.NOTHING));

        draft.decide(WORKING, Verdict.OUT);

        assertThat(draft.own().mapping())
                .containsExactly(new MappingRule("WORK", "AVAILABLE", Verdict.OUT));
        assertThat(draft.count()).isEqualTo(1);
        assertThat(draft.isChanged(WORKING)).isTrue();
    }

    @Test
    void isCleanAgainWhenADecisionIsTakenBack() {
        var draft = new Draft(level(OwnRules.NOTHING));
        draft.decide(WORKING, Verdict.OUT);

        draft.decide(WORKING, Verdict.IN);

        assertThat(draft.isDirty()).isFalse();
        assertThat(draft.hasOwnMapping()).isFalse();
    }

    @Test
    void inheritsAgainWhatItSaidItself() {
        var draft =
                new Draft(
                        level(
                                OwnRules.NOTHING
                                        .withMapping(List.of(OTHER))
                                        .withGrace("LUNCH", new Grace.None())
                                        .with(Setting.TARGET, BigDecimal.TEN)));

        draft.inheritMapping();
        draft.grace("LUNCH", null);
        draft.set(Setting.TARGET, null);

        assertThat(draft.own()).isEqualTo(OwnRules.NOTHING);
        assertThat(draft.verdict(WORKING)).isEqualTo(Verdict.IN);
        draft.discard();
        assertThat(draft.isDirty()).isFalse();
    }

    @Test
    void staysOnTopOfWhatSomebodyElseSavesMeanwhile() {
        var draft = new Draft(level(OwnRules.NOTHING));
        draft.decide(WORKING, Verdict.OUT);
        draft.set(Setting.TARGET, BigDecimal.TEN);

        draft.rebase(
                level(
                        OwnRules.NOTHING
                                .withMapping(List.of(RULE, OTHER))
                                .withGrace(null, new Grace.None())));

        assertThat(draft.own().mapping())
                .containsExactly(new MappingRule("WORK", "AVAILABLE", Verdict.OUT), OTHER);
        assertThat(draft.own().grace()).isEqualTo(new Grace.None());
        assertThat(draft.own().targetPercent()).isEqualTo(BigDecimal.TEN);
        assertThat(draft.count()).isEqualTo(2);
    }

    @Test
    void hasNothingLeftToSaveWhenSomebodyElseSavedTheSame() {
        var draft = new Draft(level(OwnRules.NOTHING));
        draft.decide(WORKING, Verdict.OUT);
        var same = List.of(new MappingRule("WORK", "AVAILABLE", Verdict.OUT));

        draft.rebase(level(OwnRules.NOTHING.withMapping(same)));

        assertThat(draft.isDirty()).isFalse();
    }

    private static LevelRules level(OwnRules own) {
        var above = RulesInForce.shipped(List.of(RULE), BigDecimal.valueOf(90));
        return new LevelRules(new UnitId(7), DAY, DAY, "1", own, above, List.of(), Map.of());
    }
}
