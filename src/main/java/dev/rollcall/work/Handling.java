package dev.rollcall.work;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import dev.rollcall.work.GroupTable.Membership;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// How groups handle work, who is active in which, and how much somebody has at once; read from
/// memory.
@Service
public class Handling {

    /// How many items of a channel somebody has at once unless it was decided otherwise. A call is
    /// always one.
    private static final Map<Channel, Integer> SHIPPED_LIMITS =
            Map.of(Channel.TICKET, 5, Channel.CHAT, 3, Channel.CALL, 1);

    /// The most items a limit can allow.
    public static final int MOST = 100;

    /// In which somebody says why.
    public static final int LONGEST_REASON = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final GroupTable table;
    private final Directory directory;
    private final LivePresence presence;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;

    private final Map<GroupId, GroupRules> rules = new ConcurrentHashMap<>();
    private final Map<Membership, Inactivity> inactive = new ConcurrentHashMap<>();
    private final Map<AgentId, Map<Channel, Integer>> limits = new ConcurrentHashMap<>();

    Handling(
            GroupTable table,
            Directory directory,
            LivePresence presence,
            Access access,
            AuditLog audit,
            ApplicationClock clock,
            ApplicationEventPublisher events) {
        this.table = table;
        this.directory = directory;
        this.presence = presence;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    @PostConstruct
    void load() {
        rules.clear();
        rules.putAll(table.rules());
        inactive.clear();
        inactive.putAll(table.inactive());
        limits.clear();
        limits.putAll(table.limits());
    }

    // ------------------------------------------------------------------ as it is

    public GroupRules rules(GroupId group) {
        return rules.getOrDefault(group, GroupRules.ofNew(group));
    }

    /// Whether a group handles work at an instant.
    public boolean isOpen(GroupId group, Instant instant) {
        var zone =
                directory
                        .group(group)
                        .flatMap(known -> directory.unit(known.unit()))
                        .map(Unit::zone)
                        .orElse(ZoneOffset.UTC);
        return rules(group).isOpen(instant, zone);
    }

    /// Whether somebody is active in a group; nobody is in one they do not belong to.
    public boolean isActive(AgentId agent, GroupId group) {
        return directory.agent(agent).filter(person -> person.groups().contains(group)).isPresent()
                && !inactive.containsKey(new Membership(agent, group));
    }

    /// Why and since when somebody is inactive in a group; empty when they are active in it.
    public Optional<Inactivity> inactivity(AgentId agent, GroupId group) {
        return Optional.ofNullable(inactive.get(new Membership(agent, group)));
    }

    /// How many items of a channel somebody has at once at most.
    public int limit(AgentId agent, Channel channel) {
        return limits.getOrDefault(agent, Map.of())
                .getOrDefault(channel, SHIPPED_LIMITS.getOrDefault(channel, 0));
    }

    /// The groups the caller settles, by name; plain teams handle nothing.
    @Requires({Permission.WORK_WRITE, Permission.SETTINGS_ADMIN})
    public List<Group> managed() {
        return directory.groups(settled()).stream()
                .filter(group -> group.channel() != Channel.TEAM)
                .toList();
    }

    private Scope settled() {
        return access.scope(Permission.WORK_WRITE, Permission.SETTINGS_ADMIN);
    }

    // ------------------------------------------------------------------ changes

    /// Decides how a group handles work.
    ///
    /// @param wanted its version is the one the writer saw
    /// @throws InvalidInput when something does not fit
    /// @throws EditConflict when somebody was first
    @Requires({Permission.WORK_WRITE, Permission.SETTINGS_ADMIN})
    @Transactional
    public GroupRules decide(GroupRules wanted) {
        var group = managed(wanted.group());
        var found = new InvalidInput.Collector();
        var limit = wanted.limitPerAgent();
        found.check(
                limit == null || (limit >= 1 && limit <= MOST),
                "/limitPerAgent",
                sentence("limit", "A limit is between 1 and " + MOST + " items.", MOST));
        found.check(
                !wanted.hoursOverlap(),
                "/hours",
                sentence(
                        "hoursOverlap", "Hours of one weekday overlap. Make one stretch of them."));
        found.throwIfAny();
        var before = rules(wanted.group());
        var after =
                new GroupRules(
                        wanted.group(),
                        limit,
                        wanted.automatic(),
                        wanted.byHand(),
                        wanted.whileUnavailable(),
                        wanted.agentsSwitch(),
                        wanted.seenBy(),
                        wanted.hours(),
                        wanted.version() + 1);
        if (!table.write(after)) {
            throw audit.conflict("group handling", group.code());
        }
        audit.changed(
                access.viewer().actor(), "group handling", group.code(), told(before), told(after));
        AfterCommit.run(() -> {
            rules.merge(after.group(), after, Handling::later);
            events.publishEvent(new WorkChanged(Set.of(), Set.of(after.group())));
            events.publishEvent(new GroupRulesChanged(after.group()));
        });
        return after;
    }

    /// Makes somebody active or inactive in a group: oneself where the group allows it, or a person
    /// the caller manages.
    ///
    /// @param reason why, in the words of whoever does it; required from a manager
    @Requires({Permission.WORK_OWN, Permission.WORK_WRITE})
    @Transactional
    public void switchTo(AgentId agent, GroupId group, boolean active, @Nullable String reason) {
        var person =
                directory.agent(agent).orElseThrow(() -> new NotFound("agent", "" + agent.value()));
        var known =
                directory.group(group).orElseThrow(() -> new NotFound("group", "" + group.value()));
        if (!person.groups().contains(group)) {
            throw InvalidInput.of(
                    "/group",
                    person.name() + " does not belong to the group \"" + known.name() + "\".");
        }
        if (reason != null && reason.strip().length() > LONGEST_REASON) {
            throw InvalidInput.of(
                    "/reason", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        checkMaySwitch(person, group, reason);
        var viewer = access.viewer();
        var membership = new Membership(agent, group);
        var words = reason == null || reason.isBlank() ? null : reason.strip();
        var inactivity = new Inactivity(clock.instant(), viewer.actor().name(), words);
        boolean changed =
                active ? table.activate(membership) : table.deactivate(membership, inactivity);
        if (!changed) {
            return;
        }
        audit.changed(
                viewer.actor(),
                "activation",
                person.externalId() + " in " + known.code(),
                told(!active, null),
                told(active, words));
        var told =
                new ActivationChanged(
                        agent,
                        group,
                        active,
                        viewer.actor().name(),
                        viewer.agent().filter(agent::equals).isEmpty(),
                        words);
        AfterCommit.run(() -> {
            lookAgain(membership);
            events.publishEvent(new WorkChanged(Set.of(agent), Set.of(group)));
            events.publishEvent(told);
        });
    }

    /// Two who switch at once may come here in the other order: whoever comes last reads what both
    /// committed.
    private void lookAgain(Membership membership) {
        inactive.compute(membership, (_, _) -> table.inactivity(membership).orElse(null));
    }

    private void checkMaySwitch(Agent person, GroupId group, @Nullable String reason) {
        var viewer = access.viewer();
        if (presence.isIn(viewer.scope(Permission.WORK_WRITE), person)) {
            if (viewer.agent().filter(person.id()::equals).isEmpty()
                    && (reason == null || reason.isBlank())) {
                throw InvalidInput.of("/reason", "Say why: the person is told.");
            }
            return;
        }
        boolean own =
                viewer.may(Permission.WORK_OWN)
                        && viewer.agent().filter(person.id()::equals).isPresent();
        if (!own || !rules(group).agentsSwitch()) {
            throw new AccessDeniedException("May not switch this person in this group");
        }
    }

    /// Decides how many items of a channel somebody has at once at most.
    @Requires(Permission.WORK_WRITE)
    @Transactional
    public void limit(AgentId agent, Channel channel, int items) {
        var person =
                directory.agent(agent).orElseThrow(() -> new NotFound("agent", "" + agent.value()));
        if (!presence.isIn(access.scope(Permission.WORK_WRITE), person)) {
            throw new NotFound("agent", person.externalId());
        }
        if (channel != Channel.TICKET && channel != Channel.CHAT) {
            throw InvalidInput.of("/channel", "Only tickets and chats are limited: a call is one.");
        }
        if (items < 0 || items > MOST) {
            throw InvalidInput.of("/items", "A limit is between 0 and " + MOST + " items.");
        }
        int before = limit(agent, channel);
        table.limit(agent, channel, items);
        audit.changed(
                access.viewer().actor(),
                "work limit",
                person.externalId(),
                JSON.writeValueAsString(Map.of(channel.name(), before)),
                JSON.writeValueAsString(Map.of(channel.name(), items)));
        AfterCommit.run(() -> {
            // As with switches: what is there now, whoever comes last.
            limits.compute(agent, (_, _) -> table.limits(agent));
            events.publishEvent(new WorkChanged(Set.of(agent), person.groups()));
        });
    }

    private static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("work.handling.wrong." + key, english, List.of(values));
    }

    private static GroupRules later(GroupRules one, GroupRules other) {
        return one.version() > other.version() ? one : other;
    }

    /// A group whose unit the caller manages; to others it is not there.
    private Group managed(GroupId group) {
        var known = directory.group(group);
        var scope = settled();
        return known.filter(it -> scope.includes(it.unit()) || scope.groups().contains(group))
                .orElseThrow(() -> new NotFound("group", "" + group.value()));
    }

    private static String told(GroupRules rules) {
        var fields = new LinkedHashMap<String, Object>();
        if (rules.limitPerAgent() != null) {
            fields.put("limitPerAgent", rules.limitPerAgent());
        }
        fields.put("automatic", rules.automatic());
        fields.put("byHand", rules.byHand());
        fields.put("whileUnavailable", rules.whileUnavailable());
        fields.put("agentsSwitch", rules.agentsSwitch());
        fields.put("seenBy", rules.seenBy().name());
        fields.put(
                "hours",
                rules.hours().stream()
                        .map(h -> h.weekday() + " " + h.opens() + "-" + h.closes())
                        .toList());
        return JSON.writeValueAsString(fields);
    }

    private static String told(boolean active, @Nullable String reason) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("active", active);
        if (reason != null) {
            fields.put("reason", reason);
        }
        return JSON.writeValueAsString(fields);
    }
}
