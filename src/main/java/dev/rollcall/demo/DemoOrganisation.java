package dev.rollcall.demo;

import dev.rollcall.organisation.People;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.DepartmentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.NewToken;
import dev.rollcall.security.NewUser;
import dev.rollcall.security.Token;
import dev.rollcall.security.TokenScope;
import dev.rollcall.security.Tokens;
import dev.rollcall.security.User;
import dev.rollcall.security.Users;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// Founds the demo organisation: units, groups, people, sign-ins and a token. What is there already
/// is left as somebody may have changed it; only the token is made anew at each start.
@Component
@Profile("demo")
class DemoOrganisation {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOrganisation.class);
    private static final String PASSWORD = "rollcall-demo";
    private static final String TOKEN_NAME = "Demo";
    private static final String ORGANISATION = "aurora";

    private final People people;
    private final Directory directory;
    private final Users users;
    private final Tokens tokens;

    DemoOrganisation(People people, Directory directory, Users users, Tokens tokens) {
        this.people = people;
        this.directory = directory;
        this.users = users;
        this.tokens = tokens;
    }

    void settleIn() {
        if (directory.unit(ORGANISATION).isEmpty()) {
            foundUnits();
            hirePeople();
        }
        openDoors();
        issueToken();
    }

    private void foundUnits() {
        unit(ORGANISATION, "Aurora Customer Care", Roster.BERLIN, null);
        unit(Roster.NORTH, "North", Roster.BERLIN, ORGANISATION);
        unit(Roster.PACIFIC, "Pacific", Roster.LOS_ANGELES, ORGANISATION);
        for (var unit : List.of(Roster.NORTH, Roster.PACIFIC)) {
            var department = unit + "-care";
            people.putDepartment(department, new DepartmentDraft("Customer care", unit), null);
            people.putGroup(
                    unit + "-service",
                    new GroupDraft(named(unit) + " service", unit, department, "CALL"),
                    null);
            people.putGroup(
                    unit + "-billing",
                    new GroupDraft(named(unit) + " billing", unit, department, "CHAT"),
                    null);
        }
    }

    private void unit(String code, String name, ZoneId zone, @Nullable String parent) {
        people.putUnit(
                code,
                new UnitDraft(name, zone.getId(), parent, EnumSet.allOf(DayOfWeek.class)),
                null);
    }

    private static String named(String unit) {
        return unit.equals(Roster.NORTH) ? "North" : "Pacific";
    }

    private void hirePeople() {
        for (var person : Roster.PEOPLE) {
            people.putAgent(
                    person.externalId(),
                    new AgentDraft(
                            person.name(),
                            person.externalId() + "@rollcall.demo",
                            person.unit(),
                            person.number() % 5 == 0
                                    ? Set.of(
                                            person.unit().equals(Roster.NORTH)
                                                    ? Roster.PACIFIC
                                                    : Roster.NORTH)
                                    : Set.of(),
                            Set.of(person.group()),
                            null,
                            true),
                    null);
        }
    }

    private void openDoors() {
        var known = users.list().stream().map(User::email).collect(Collectors.toSet());
        var care = directory.unit(ORGANISATION).orElseThrow().id();
        var agent = directory.agent(Roster.DEMO_AGENT).orElseThrow();
        door(known, "agent", agent.name(), Assignment.everywhere("agent"));
        door(known, "supervisor", "Kim Sørensen", Assignment.inUnit("supervisor", care));
        door(known, "manager", "Martina Weiss", Assignment.inUnit("unit-manager", care));
        door(known, "analyst", "Samir Haddad", Assignment.inUnit("quality-analyst", care));
        door(known, "admin", "Alex Novak", Assignment.everywhere("admin"));
    }

    private void door(Set<String> known, String who, String name, Assignment role) {
        var email = who + "@rollcall.demo";
        if (!known.contains(email)) {
            var agent =
                    who.equals("agent")
                            ? directory.agent(Roster.DEMO_AGENT).orElseThrow().id()
                            : null;
            users.create(new NewUser(email, name, PASSWORD, agent, Set.of(role)));
        }
    }

    private void issueToken() {
        tokens.list().stream()
                .filter(token -> token.name().equals(TOKEN_NAME) && token.revokedAt() == null)
                .map(Token::prefix)
                .forEach(tokens::revoke);
        var token =
                tokens.create(
                        new NewToken(TOKEN_NAME, EnumSet.allOf(TokenScope.class), null, null));
        LOG.info("The demo's API token, with all scopes, until the next start: {}", token.text());
    }
}
