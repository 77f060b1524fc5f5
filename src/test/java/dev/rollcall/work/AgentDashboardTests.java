package dev.rollcall.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.Role;
import dev.rollcall.security.SignIns;
import dev.rollcall.security.UserId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.support.Floor;
import dev.rollcall.support.ModuleTest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/// How agents and chat groups stand, with two chat groups and a ticket group. It is Monday, 8
/// o'clock.
@ModuleTest
class AgentDashboardTests {

    @Autowired private AgentDashboard dashboard;
    @Autowired private Handling handling;
    @Autowired private Assigner assigner;
    @Autowired private TeamOfChats team;
    @Autowired private Floor floor;
    @Autowired private SignIns signIns;
    @Autowired private Access access;
    @Autowired private Statuses statuses;
    @Autowired private Register register;
    @Autowired private ApplicationClock clock;
    @Autowired private ActivationsHeard heard;
    @Autowired private JdbcClient jdbc;

    private Group chats;
    private Group sales;
    private Agent joe;

    @BeforeEach
    void joeIsThere() {
        floor.unit("care", "UTC");
        chats = team.group("chats", "CHAT");
        sales = team.group("sales", "CHAT");
        team.group("tickets", "TICKET");
        joe = team.member("joe", "chats", "sales", "tickets");
        floor.of(joe).at("07:55", "AVAILABLE");
        heard.forget();
    }

    private AgentStanding standing(Agent agent) {
        return byManager(() -> dashboard.agent(agent.externalId())).orElseThrow();
    }

    private GroupStanding group(Group group) {
        return byManager(dashboard::chatGroups).stream()
                .filter(line -> line.group().id().equals(group.id()))
                .findFirst()
                .orElseThrow();
    }

    private <T> T byManager(Supplier<T> work) {
        return SignIns.as(signIns.user(Assignment.everywhere(Role.UNIT_MANAGER)).id(), work);
    }

    private void deactivate(Group group) {
        byManager(() -> {
            handling.switchTo(joe.id(), group.id(), false, "Clearing a backlog");
            return true;
        });
    }

    @Test
    void countsTheGroupsSomebodyIsActiveIn() {
        deactivate(sales);

        var standing = standing(joe);
        assertThat(standing.seats(Channel.CHAT)).hasSize(2);
        assertThat(standing.seats(Channel.CHAT))
                .filteredOn(AgentStanding.Seat::isActive)
                .hasSize(1);
        assertThat(standing.seats(Channel.TICKET)).hasSize(1);
        assertThat(standing.isActive()).isTrue();
    }

    @Test
    void isInactiveOnlyWhereNoGroupIsLeft() {
        for (var seat : standing(joe).seats()) {
            deactivate(seat.group());
        }

        var standing = standing(joe);
        assertThat(standing.isActive()).isFalse();
        // The second axis goes on: they could be given work if they were active.
        assertThat(standing.availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void remembersWhoMadeSomebodyInactiveAndWhy() {
        deactivate(sales);
        handling.load();

        assertThat(handling.inactivity(joe.id(), sales.id()))
                .hasValueSatisfying(inactivity -> {
                    assertThat(inactivity.reason()).isEqualTo("Clearing a backlog");
                    assertThat(inactivity.by()).startsWith("User ");
                    assertThat(inactivity.since()).isEqualTo(clock.instant());
                });
    }

    @Test
    void tellsTheEndOfAChangeOnlyAfterItIsMade() {
        deactivate(sales);
        deactivate(sales);

        assertThat(heard.all())
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.agent()).isEqualTo(joe.id());
                    assertThat(change.active()).isFalse();
                    assertThat(change.bySomebodyElse()).isTrue();
                    assertThat(change.reason()).isEqualTo("Clearing a backlog");
                });
    }

    @Test
    void asksAManagerForAReason() {
        assertThatThrownBy(() ->
                        byManager(() -> {
                            handling.switchTo(joe.id(), sales.id(), false, " ");
                            return true;
                        }))
                .isInstanceOf(InvalidInput.class);
        assertThat(standing(joe).seats()).allMatch(AgentStanding.Seat::isActive);
    }

    @Test
    void writesDownWhoSwitchedWhomAndWhy() {
        deactivate(sales);

        assertThat(
                        jdbc.sql("select after_state from audit_entry where what = 'activation'")
                                .query(String.class)
                                .single())
                .contains("Clearing a backlog");
    }

    @Test
    void countsChatsAgainstTheLimitOfThePerson() {
        team.arrives("chat-1", "CHAT", "chats");
        assigner.assign();

        var standing = standing(joe);
        assertThat(standing.chats()).isEqualTo(1);
        assertThat(standing.chatLimit()).isEqualTo(3);
        assertThat(standing.tickets()).isZero();
        assertThat(standing.availability()).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void isAtTheLimitWhenEveryOpenGroupIsFull() {
        byManager(() -> {
            handling.limit(joe.id(), Channel.CHAT, 1);
            handling.limit(joe.id(), Channel.TICKET, 0);
            return true;
        });
        team.arrives("chat-1", "CHAT", "chats");
        assigner.assign();

        assertThat(standing(joe).availability()).isEqualTo(Availability.AT_LIMIT);
    }

    @Test
    void isUnavailableOnACallWhateverTheStatus() {
        floor.of(joe).startsCall("07:59", "call-1");

        var standing = standing(joe);
        assertThat(standing.onCall()).isTrue();
        assertThat(standing.availability()).isEqualTo(Availability.ON_A_CALL);
    }

    @Test
    void showsNobodyOutsideTheScope() {
        floor.unit("elsewhere", "UTC");
        floor.agent("eve", "elsewhere");
        var care = joe.unit();
        var supervisor = signIns.user(Assignment.inUnit(Role.SUPERVISOR, care));

        assertThat(SignIns.as(supervisor.id(), dashboard::agents))
                .extracting(standing -> standing.agent().externalId())
                .containsExactly("joe");
        assertThat(SignIns.as(supervisor.id(), () -> dashboard.agent("eve"))).isEmpty();
        assertThatThrownBy(() ->
                        SignIns.as(
                                signIns.user(joe.id(), Assignment.everywhere(Role.AGENT)).id(),
                                dashboard::agents))
                .isInstanceOf(AccessDeniedException.class);
    }

    /// Somebody from elsewhere who is clocked in here belongs to this unit for the day.
    @Test
    void letsTheManagerOfTheUnitTheyWorkInNowSwitchThem() {
        var elsewhere = floor.unit("elsewhere", "UTC").id();
        var manager = signIns.user(Assignment.inUnit(Role.UNIT_MANAGER, elsewhere));
        mayWorkIn("elsewhere");
        Runnable change = () -> handling.switchTo(joe.id(), sales.id(), false, "Needed for chats");

        assertThatThrownBy(() -> as(manager.id(), change))
                .isInstanceOf(AccessDeniedException.class);
        access.asSystem(
                "test",
                () ->
                        statuses.set(
                                joe.id(),
                                PresenceState.AVAILABLE,
                                null,
                                elsewhere,
                                Actor.system("test")));
        as(manager.id(), change);
        as(manager.id(), () -> handling.limit(joe.id(), Channel.CHAT, 1));

        assertThat(handling.isActive(joe.id(), sales.id())).isFalse();
        assertThat(handling.limit(joe.id(), Channel.CHAT)).isEqualTo(1);
    }

    private void mayWorkIn(String unit) {
        var groups = Set.of("chats", "sales", "tickets");
        var draft = new AgentDraft("joe", null, "care", Set.of(unit), groups, null, true);
        register.putAgent("joe", draft, null, Scope.everyone(), Actor.system("test"));
    }

    private static void as(UserId user, Runnable work) {
        SignIns.as(
                user,
                () -> {
                    work.run();
                    return true;
                });
    }

    // ------------------------------------------------------------------ chat groups

    @Test
    void addsUpTheFreePlacesOfThoseWhoMayBeGivenAChat() {
        var ann = team.member("ann", "chats");
        floor.of(ann).at("07:58", "UNAVAILABLE/BREAK");
        team.member("bob", "chats");

        assertThat(group(chats))
                .isEqualTo(new GroupStanding(chats, true, 3, 3, 1, 3, 0, 0, 0, null));
    }

    @Test
    void tellsHowLongTheFirstChatWaits() {
        floor.of(joe).at("07:59", "UNAVAILABLE/BREAK");
        team.arrives("chat-1", "CHAT", "chats");
        team.arrives("chat-2", "CHAT", "chats");

        var line = group(chats);
        assertThat(line.waiting()).isEqualTo(2);
        assertThat(line.longestWait()).isEqualTo(clock.instant());
        assertThat(line.freePlaces()).isZero();
    }

    @Test
    void hasNoFreePlacesOutsideItsHours() {
        var rules = handling.rules(chats.id());
        access.asSystem(
                "test",
                () ->
                        handling.decide(
                                new GroupRules(
                                        chats.id(),
                                        null,
                                        true,
                                        true,
                                        true,
                                        true,
                                        rules.seenBy(),
                                        List.of(
                                                new OpenHours(
                                                        DayOfWeek.SUNDAY,
                                                        LocalTime.of(9, 0),
                                                        LocalTime.of(17, 0))),
                                        rules.version())));

        assertThat(group(chats).open()).isFalse();
        assertThat(group(chats).freePlaces()).isZero();
        assertThat(group(sales).freePlaces()).isEqualTo(3);
    }

    // ------------------------------------------------------------------ groups of every channel

    private GroupStanding standing(Group group) {
        return byManager(dashboard::groups).stream()
                .filter(line -> line.group().id().equals(group.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsHowGroupsOfEveryChannelStand() {
        var calls = team.group("calls", "CALL");
        team.group("friends", "TEAM");
        team.member("joe", "chats", "sales", "tickets", "calls");
        team.arrives("ticket-1", "TICKET", "tickets");
        assigner.assign();

        assertThat(byManager(dashboard::groups))
                .extracting(line -> line.group().code())
                .containsExactly("calls", "chats", "sales", "tickets");
        assertThat(standing(calls).freePlaces()).isEqualTo(1);
        assertThat(standing(chats).freePlaces()).isEqualTo(3);
    }

    @Test
    void hasNoPlaceForACallWhereEverybodyWorks() {
        var calls = team.group("calls", "CALL");
        team.member("joe", "chats", "calls");
        floor.of(joe).at("07:58", "ACTIVE");

        assertThat(standing(calls).freePlaces()).isZero();
        assertThat(standing(chats).freePlaces()).isEqualTo(3);
    }

    @Test
    void isStuckWhereSomebodyWaitsAndNobodyIsFree() {
        assertThat(standing(chats).isStuck()).isFalse();

        floor.of(joe).at("07:59", "UNAVAILABLE/BREAK");
        assertThat(standing(chats).isStuck()).isFalse();
        team.arrives("chat-1", "CHAT", "chats");

        assertThat(standing(chats).isStuck()).isTrue();
        assertThat(standing(sales).isStuck()).isFalse();
    }
}
