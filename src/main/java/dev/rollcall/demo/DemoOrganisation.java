package dev.rollcall.demo;

import dev.rollcall.organisation.People;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.DepartmentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.presence.ReasonDraft;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Tracking;
import dev.rollcall.presence.TrackingForm;
import dev.rollcall.security.Assignment;
import dev.rollcall.security.NewToken;
import dev.rollcall.security.NewUser;
import dev.rollcall.security.Token;
import dev.rollcall.security.TokenScope;
import dev.rollcall.security.Tokens;
import dev.rollcall.security.User;
import dev.rollcall.security.Users;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Founds the demo organisation: units, groups, people, sign-ins and a token. What is there already
/// is left as somebody may have changed it; only the token is made anew at each start.
@Component
@Profile("demo")
class DemoOrganisation {

    private static final Logger LOG = LoggerFactory.getLogger(DemoOrganisation.class);
    private static final String PASSWORD = "rollcall-demo";
    private static final String TOKEN_NAME = "Demo";
    private static final String ORGANISATION = "aurora";
    private static final long NEVER_CHANGED = 1;

    /// How long some reasons should last at most, by their codes.
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(4);

    private static final Map<String, Duration> LIMITS =
            Map.of("BREAK", Duration.ofMinutes(15), "LUNCH", Duration.ofMinutes(30));

    /// The units by code.
    private static final Map<String, String> UNITS =
            new TreeMap<>(
                    Map.of(
                            Roster.NORTH,
                            "North",
                            Roster.PACIFIC,
                            "Pacific",
                            Roster.ALPINE,
                            "Alpine"));

    /// The groups of each unit, by the last part of their code.
    private static final Map<String, String> GROUPS =
            new TreeMap<>(
                    Map.of(
                            "service", "service", "billing", "billing", "mail", "mail", "night",
                            "nights"));

    private final People people;
    private final Directory directory;
    private final Users users;
    private final Tokens tokens;
    private final Tracking tracking;
    private final Reasons reasons;
    private final TransactionTemplate transaction;

    DemoOrganisation(
            People people,
            Directory directory,
            Users users,
            Tokens tokens,
            Tracking tracking,
            Reasons reasons,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.people = people;
        this.directory = directory;
        this.users = users;
        this.tokens = tokens;
        this.tracking = tracking;
        this.reasons = reasons;
    }

    void settleIn() {
        foundUnits();
        hirePeople();
        trackEverybody();
        openDoors();
        issueToken();
    }

    private void foundUnits() {
        unit(ORGANISATION, "Aurora Customer Care", Roster.BERLIN, null);
        UNITS.forEach((code, name) -> {
            unit(code, name, Roster.zoneOf(code), ORGANISATION);
            var department = code + "-care";
            if (directory.department(department).isEmpty()) {
                people.putDepartment(department, new DepartmentDraft("Customer care", code), null);
            }
            GROUPS.forEach((group, what) ->
                    group(code + "-" + group, name + " " + what, code, department));
        });
    }

    private void unit(String code, String name, ZoneId zone, @Nullable String parent) {
        if (directory.unit(code).isEmpty()) {
            var draft = new UnitDraft(name, zone.getId(), parent, EnumSet.allOf(DayOfWeek.class));
            people.putUnit(code, draft, null);
        }
    }

    private void group(String code, String name, String unit, String department) {
        if (directory.group(code).isEmpty()) {
            var channel = Roster.channelOf(code).name();
            people.putGroup(code, new GroupDraft(name, unit, department, channel), null);
        }
    }

    /// Once, at the founding: whoever switches it off later finds it off.
    private void trackEverybody() {
        if (tracking.policy().version() == NEVER_CHANGED) {
            var groups =
                    UNITS.keySet().stream()
                            .flatMap(unit -> GROUPS.keySet().stream().map(g -> unit + "-" + g))
                            .flatMap(code -> directory.group(code).stream())
                            .map(Group::id)
                            .collect(Collectors.toSet());
            var drafts =
                    reasons.everyReason().stream()
                            .map(ReasonDraft::of)
                            .map(DemoOrganisation::limit)
                            .toList();
            tracking.save(
                    new TrackingForm(true, groups, false, FORGOTTEN_AFTER, false, drafts),
                    NEVER_CHANGED);
        }
    }

    private static ReasonDraft limit(ReasonDraft reason) {
        var limit = LIMITS.get(reason.code());
        return limit == null ? reason : reason.withLimit(limit);
    }

    /// All in one go: a commit for each of sixty would be felt at the start.
    private void hirePeople() {
        transaction.executeWithoutResult(_ -> {
            for (var person : Roster.PEOPLE) {
                if (directory.agent(person.externalId()).isEmpty()) {
                    people.putAgent(person.externalId(), draft(person), null);
                }
            }
        });
    }

    private static AgentDraft draft(Person person) {
        var groups = new HashSet<>(person.alsoIn());
        groups.add(person.group());
        var helpsIn = person.unit().equals(Roster.NORTH) ? Roster.ALPINE : Roster.NORTH;
        return new AgentDraft(
                person.name(),
                person.externalId() + "@rollcall.demo",
                person.unit(),
                person.number() % 5 == 0 ? Set.of(helpsIn) : Set.of(),
                groups,
                null,
                true);
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
