package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.presence.PresenceState.Base;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentTests {

    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");

    private static final Candidate READY = idle(1, 0);

    private static Candidate idle(long person, int minutes) {
        return new Candidate(
                new AgentId(person),
                true,
                Base.AVAILABLE,
                false,
                0,
                3,
                0,
                null,
                EIGHT.minusSeconds(60L * minutes));
    }

    private static Candidate with(
            boolean active,
            Base status,
            boolean onCall,
            int load,
            int ofGroup,
            @Nullable Integer limit) {
        return new Candidate(
                new AgentId(1), active, status, onCall, load, 3, ofGroup, limit, EIGHT);
    }

    @Test
    void givesTheItemToWhoeverHasBeenIdleLongest() {
        assertThat(Assignment.whoGets(Channel.CHAT, List.of(idle(1, 2), idle(2, 9), idle(3, 5))))
                .contains(new AgentId(2));
    }

    @Test
    void givesItToSomebodyAtWorkWhoMayHaveMore() {
        assertThat(with(true, Base.ACTIVE, false, 2, 0, null).barrier(Channel.CHAT)).isEmpty();
    }

    @Test
    void givesNothingToSomebodyInactiveInTheGroup() {
        assertThat(with(false, Base.AVAILABLE, false, 0, 0, null).barrier(Channel.CHAT))
                .contains(Barrier.INACTIVE);
    }

    @Test
    void givesNothingToSomebodyWhoIsNotAvailable() {
        for (var status : List.of(Base.AWAY, Base.UNAVAILABLE, Base.UNKNOWN)) {
            assertThat(with(true, status, false, 0, 0, null).barrier(Channel.TICKET))
                    .contains(Barrier.NOT_AVAILABLE);
        }
    }

    @Test
    void takesSomebodyOutOfAssignmentWhileACallLasts() {
        for (var channel : List.of(Channel.TICKET, Channel.CHAT, Channel.CALL)) {
            assertThat(with(true, Base.ACTIVE, true, 0, 0, null).barrier(channel))
                    .contains(Barrier.ON_A_CALL);
        }
    }

    @Test
    void givesNoCallToSomebodyInTheMiddleOfSomething() {
        assertThat(with(true, Base.ACTIVE, false, 0, 0, null).barrier(Channel.CALL))
                .contains(Barrier.AT_LIMIT);
    }

    @Test
    void staysBelowTheLimitOfThePerson() {
        assertThat(with(true, Base.ACTIVE, false, 3, 0, null).barrier(Channel.CHAT))
                .contains(Barrier.AT_LIMIT);
    }

    @Test
    void staysBelowTheLimitOfTheGroup() {
        assertThat(with(true, Base.ACTIVE, false, 2, 2, 2).barrier(Channel.CHAT))
                .contains(Barrier.AT_LIMIT);
        assertThat(with(true, Base.ACTIVE, false, 2, 1, 2).barrier(Channel.CHAT)).isEmpty();
    }

    @Test
    void hasAsManyFreePlacesAsTheTighterLimitLeaves() {
        assertThat(with(true, Base.ACTIVE, false, 1, 0, null).freePlaces(Channel.CHAT))
                .isEqualTo(2);
        assertThat(with(true, Base.ACTIVE, false, 1, 1, 2).freePlaces(Channel.CHAT)).isEqualTo(1);
        assertThat(with(true, Base.ACTIVE, false, 5, 5, 2).freePlaces(Channel.CHAT)).isZero();
    }

    @Test
    void hasNoFreePlaceWhereNothingIsGiven() {
        assertThat(with(true, Base.AWAY, false, 0, 0, null).freePlaces(Channel.CHAT)).isZero();
        assertThat(with(true, Base.AVAILABLE, true, 0, 0, null).freePlaces(Channel.CHAT)).isZero();
    }

    @Test
    void isFullByWhatSomebodyHasAlone() {
        assertThat(with(false, Base.AWAY, true, 3, 0, null).isFull(Channel.CHAT)).isTrue();
        assertThat(with(false, Base.AWAY, true, 2, 0, null).isFull(Channel.CHAT)).isFalse();
    }

    @Test
    void letsItWaitWhenNobodyMayBeGivenIt() {
        assertThat(
                        Assignment.whoGets(
                                Channel.CHAT, List.of(with(true, Base.AWAY, false, 0, 0, null))))
                .isEmpty();
        assertThat(Assignment.whoGets(Channel.CHAT, List.of())).isEmpty();
        assertThat(READY.barrier(Channel.CHAT)).isEmpty();
    }
}
