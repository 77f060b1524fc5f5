package dev.rollcall.adherence.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.RuleChange.GraceChanged;
import dev.rollcall.adherence.settings.RuleChange.MappingMoved;
import dev.rollcall.adherence.settings.RuleChange.PairDecided;
import dev.rollcall.adherence.settings.RuleChange.ValueChanged;
import dev.rollcall.people.UnitId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who inherits what from whom, and what differs between before and after.
class RulesInForceTests {

    private static final Origin NORTH = Origin.of(new UnitId(7));
    private static final Grace NONE = new Grace.None();
    private static final Grace FIVE = new Grace.MinimumException(Duration.ofMinutes(5));
    private static final MappingRule WORKING = new MappingRule("WORK", "AVAILABLE", Verdict.IN);
    private static final RulesInForce SHIPPED =
            RulesInForce.shipped(List.of(WORKING), BigDecimal.valueOf(90));

    @Test
    void saysWhereEachValueComesFrom() {
        var organisation =
                OwnRules.NOTHING
                        .with(Setting.TARGET, BigDecimal.valueOf(95))
                        .withGrace("LUNCH", FIVE);
        var north = OwnRules.NOTHING.withGrace(null, NONE).with(Setting.SEVERE, Duration.ZERO);

        var holds = SHIPPED.under(Origin.ORGANISATION, organisation).under(NORTH, north);

        assertThat(holds.targetPercent())
                .isEqualTo(new Sourced<>(BigDecimal.valueOf(95), Origin.ORGANISATION));
        assertThat(holds.severe()).isEqualTo(new Sourced<>(Duration.ZERO, NORTH));
        assertThat(holds.mapping().origin()).isEqualTo(Origin.SHIPPED);
        assertThat(holds.graceOf("WORK")).isEqualTo(new Sourced<>(NONE, NORTH));
        assertThat(holds.graceOf("LUNCH")).isEqualTo(new Sourced<>(FIVE, Origin.ORGANISATION));
        assertThat(holds.toRules().graceOf("LUNCH")).isEqualTo(FIVE);
    }

    @Test
    void takesTheWholeMappingOrNoneOfIt() {
        var own = List.of(new MappingRule("*", "*", Verdict.OUT));

        var holds = SHIPPED.under(NORTH, OwnRules.NOTHING.withMapping(own));

        assertThat(holds.mapping()).isEqualTo(new Sourced<>(own, NORTH));
        assertThat(holds.toRules().mapping().verdict("WORK", "AVAILABLE")).isEqualTo(Verdict.OUT);
    }

    @Test
    void tellsWhichPairsAreDecidedDifferently() {
        var lunch = new MappingRule("LUNCH", "AWAY", Verdict.IN);

        assertThat(
                        RuleChange.between(
                                SHIPPED,
                                SHIPPED.under(NORTH, OwnRules.NOTHING.withMapping(List.of(lunch)))))
                .containsExactly(
                        new MappingMoved(Origin.SHIPPED, NORTH),
                        new PairDecided("WORK", "AVAILABLE", Verdict.IN, Verdict.UNMAPPED),
                        new PairDecided("LUNCH", "AWAY", Verdict.UNMAPPED, Verdict.IN));
    }

    @Test
    void tellsAGraceOfItsOwnFromThatOfAllActivities() {
        var own = OwnRules.NOTHING.withGrace("LUNCH", FIVE);
        var after = SHIPPED.under(NORTH, own);

        assertThat(RuleChange.between(SHIPPED, after))
                .containsExactly(new GraceChanged("LUNCH", null, new Sourced<>(FIVE, NORTH)));
        assertThat(RuleChange.between(after, SHIPPED.under(NORTH, own.withGrace("LUNCH", null))))
                .containsExactly(new GraceChanged("LUNCH", new Sourced<>(FIVE, NORTH), null));
    }

    @Test
    void tellsAValueThatIsTheSameButNoLongerInherited() {
        var own = OwnRules.NOTHING.with(Setting.UNMAPPED, Rules.Unmapped.NEUTRAL);

        assertThat(RuleChange.between(SHIPPED, SHIPPED.under(NORTH, own)))
                .containsExactly(
                        new ValueChanged(
                                Setting.UNMAPPED,
                                new Sourced<>(Rules.Unmapped.NEUTRAL, Origin.SHIPPED),
                                new Sourced<>(Rules.Unmapped.NEUTRAL, NORTH)));
    }

    @Test
    void decidesAPairInThePlaceOfItsOldRules() {
        var rules =
                List.of(
                        WORKING,
                        new MappingRule("*", "*", Verdict.OUT),
                        new MappingRule("WORK", "AVAILABLE", Verdict.NEUTRAL));
        var pair = new Pair("WORK", "AVAILABLE");

        assertThat(pair.in(rules)).isEqualTo(Verdict.NEUTRAL);
        assertThat(pair.decided(Verdict.OUT, rules))
                .containsExactly(
                        new MappingRule("WORK", "AVAILABLE", Verdict.OUT),
                        new MappingRule("*", "*", Verdict.OUT));
        assertThat(pair.decided(Verdict.UNMAPPED, rules))
                .containsExactly(new MappingRule("*", "*", Verdict.OUT));
    }
}
