package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who belongs to a manager's unit now, and in which order they stand.
class AgentStatusTests {

    private static final UnitId NORTH = new UnitId(1);
    private static final UnitId SOUTH = new UnitId(2);
    private static final GroupId BILLING = new GroupId(7);
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    private final Map<AgentId, LivePresence.Now> now = new HashMap<>();

    @Test
    void isOfTheUnitSomebodyWorksInNowWhereverTheirHomeIs() {
        var home = agent(1, "Home", NORTH);
        var visitor = agent(2, "Visitor", SOUTH);
        var absent = agent(3, "Elsewhere", NORTH);
        is(home, "AVAILABLE", null, 0);
        is(visitor, "AVAILABLE", NORTH, 0);
        is(absent, "AVAILABLE", SOUTH, 0);

        var there = among(Scope.ofUnits(Set.of(NORTH)), home, visitor, absent);

        assertThat(there).extracting(AgentStatus::name).containsExactly("Home", "Visitor");
        assertThat(there).extracting(AgentStatus::home).containsExactly(null, SOUTH);
    }

    @Test
    void isAwayBeforeTheFirstEvent() {
        var there = among(Scope.everyone(), agent(1, "New", NORTH));

        assertThat(there.getFirst().state()).isEqualTo(PresenceState.AWAY);
        assertThat(there.getFirst().since()).isNull();
    }

    @Test
    void countsTheMembersOfAGroupWhereverTheyWork() {
        var member = agent(1, "Member", SOUTH, BILLING);
        var stranger = agent(2, "Stranger", SOUTH);

        var there = among(new Scope(false, Set.of(), Set.of(BILLING), Set.of()), member, stranger);

        assertThat(there).extracting(AgentStatus::name).containsExactly("Member");
    }

    @Test
    void showsNobodyToWhoeverMayWatchNobody() {
        assertThat(among(Scope.nobody(), agent(1, "Dana", NORTH))).isEmpty();
    }

    @Test
    void putsThoseFirstWhoAreUnavailableTheLongestThenByName() {
        var people = new Agent[7];
        for (int i = 0; i < people.length; i++) {
            people[i] = agent(i + 1, "P" + i, NORTH);
        }
        is(people[0], "AWAY", null, 0);
        is(people[1], "AVAILABLE", null, 0);
        is(people[2], "ACTIVE", null, 0);
        is(people[3], "UNAVAILABLE/LUNCH", null, 60);
        is(people[4], "UNAVAILABLE/MEETING", null, 0);
        is(people[5], "UNKNOWN", null, 0);
        is(people[6], "ACTIVE", null, 30);

        assertThat(among(Scope.everyone(), people))
                .extracting(AgentStatus::name)
                .containsExactly("P4", "P3", "P5", "P2", "P6", "P1", "P0");
    }

    private List<AgentStatus> among(Scope scope, Agent... people) {
        return AgentStatus.among(
                List.of(people),
                id -> Optional.ofNullable(now.get(id)),
                _ -> Optional.empty(),
                scope,
                Locale.ENGLISH);
    }

    private void is(Agent agent, String state, @Nullable UnitId unit, long secondsLater) {
        now.put(
                agent.id(),
                new LivePresence.Now(
                        agent.id(),
                        PresenceState.parse(state),
                        EIGHT.plusSeconds(secondsLater),
                        false,
                        0,
                        unit,
                        null,
                        null,
                        null,
                        1));
    }

    private static Agent agent(long id, String name, UnitId unit, GroupId... groups) {
        return new Agent(
                new AgentId(id),
                "agent-" + id,
                name,
                null,
                unit,
                Set.of(),
                Set.of(groups),
                null,
                ZoneOffset.UTC,
                null,
                1);
    }
}
