package dev.rollcall.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScopeTests {

    private static final UnitId NORTH = new UnitId(1);
    private static final UnitId PACIFIC = new UnitId(2);
    private static final GroupId BILLING = new GroupId(3);
    private static final GroupId SERVICE = new GroupId(4);
    private static final AgentId DANA = new AgentId(5);
    private static final AgentId KENJI = new AgentId(6);

    @Test
    void includesNobodyAtFirst() {
        assertThat(sees(Scope.nobody(), agent(DANA, NORTH, BILLING), NORTH)).isFalse();
        assertThat(Scope.nobody().includes(NORTH)).isFalse();
    }

    @Test
    void includesEverybodyAndEveryUnitWhenNothingIsLeftOut() {
        assertThat(sees(Scope.everyone(), agent(DANA, NORTH), null)).isTrue();
        assertThat(Scope.everyone().includes(PACIFIC)).isTrue();
    }

    @Test
    void includesAPersonThroughTheirHomeUnit() {
        var north = Scope.ofUnits(Set.of(NORTH));

        assertThat(sees(north, agent(DANA, NORTH), null)).isTrue();
        assertThat(sees(north, agent(KENJI, PACIFIC), null)).isFalse();
    }

    @Test
    void includesAPersonThroughTheUnitTheyWorkInNow() {
        var pacific = Scope.ofUnits(Set.of(PACIFIC));

        assertThat(sees(pacific, agent(DANA, NORTH), PACIFIC)).isTrue();
        assertThat(sees(pacific, agent(DANA, NORTH), NORTH)).isFalse();
    }

    @Test
    void mayIncludeAPersonThroughAUnitTheyMayClockInTo() {
        var pacific = Scope.ofUnits(Set.of(PACIFIC));

        assertThat(pacific.mayInclude(agent(DANA, NORTH))).isFalse();
        assertThat(pacific.mayInclude(mayWorkIn(agent(DANA, NORTH), PACIFIC))).isTrue();
        assertThat(pacific.mayInclude(agent(DANA, PACIFIC))).isTrue();
    }

    private static Agent mayWorkIn(Agent agent, UnitId unit) {
        return new Agent(
                agent.id(),
                agent.externalId(),
                agent.name(),
                agent.email(),
                agent.unit(),
                Set.of(unit),
                agent.groups(),
                agent.ownZone(),
                agent.zone(),
                agent.tracked(),
                agent.version());
    }

    @Test
    void keepsAPersonWhoWorksElsewhereNow() {
        assertThat(sees(Scope.ofUnits(Set.of(NORTH)), agent(DANA, NORTH), PACIFIC)).isTrue();
    }

    @Test
    void includesAPersonThroughOneOfTheirGroups() {
        var billing = new Scope(false, Set.of(), Set.of(BILLING), Set.of());

        assertThat(sees(billing, agent(DANA, NORTH, SERVICE, BILLING), null)).isTrue();
        assertThat(sees(billing, agent(DANA, NORTH, SERVICE), null)).isFalse();
    }

    @Test
    void doesNotIncludeAUnitBecauseOfAGroupInIt() {
        assertThat(new Scope(false, Set.of(), Set.of(BILLING), Set.of()).includes(NORTH)).isFalse();
    }

    @Test
    void includesOneselfAndNobodyElse() {
        var own = Scope.ofAgent(DANA);

        assertThat(sees(own, agent(DANA, NORTH), null)).isTrue();
        assertThat(sees(own, agent(KENJI, NORTH), null)).isFalse();
    }

    @Test
    void addsUpToEverybodyOfBoth() {
        var both =
                Scope.ofUnits(Set.of(NORTH))
                        .plus(new Scope(false, Set.of(PACIFIC), Set.of(BILLING), Set.of(KENJI)));

        assertThat(both)
                .isEqualTo(
                        new Scope(false, Set.of(NORTH, PACIFIC), Set.of(BILLING), Set.of(KENJI)));
    }

    @Test
    void losesNobodyWhenEverybodyIsAdded() {
        var north = Scope.ofUnits(Set.of(NORTH));

        assertThat(north.plus(Scope.everyone())).isEqualTo(Scope.everyone());
        assertThat(Scope.everyone().plus(north)).isEqualTo(Scope.everyone());
    }

    private static boolean sees(Scope scope, Agent agent, @Nullable UnitId currentUnit) {
        return scope.includes(agent, currentUnit);
    }

    private static Agent agent(AgentId id, UnitId home, GroupId... groups) {
        return new Agent(
                id,
                "agent-" + id.value(),
                "Somebody",
                null,
                home,
                Set.of(),
                Set.of(groups),
                null,
                ZoneOffset.UTC,
                null,
                1);
    }
}
