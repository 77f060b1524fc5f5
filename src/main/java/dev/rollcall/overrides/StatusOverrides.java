package dev.rollcall.overrides;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.notifications.Notifications;
import dev.rollcall.overrides.OverrideDeeds.Change;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.NextStatus;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reason;
import dev.rollcall.presence.Reasons;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Changes what others are, now or for when their work in progress is done. Each status is an event
/// of presence like any other, with who set it and why, and stands once it is written: what happens
/// to one person does not depend on the next.
@Service
public class StatusOverrides {

    /// How long a reason is at most, in characters.
    public static final int LONGEST_REASON = 200;

    /// For how many people a status is set at once at most.
    public static final int MOST_PEOPLE = 200;

    private static final String WHAT = "status";
    private static final String UNSAID = "–";

    private final Statuses statuses;
    private final LivePresence live;
    private final Reasons reasons;
    private final Directory directory;
    private final Notifications notifications;
    private final NextNotice next;
    private final Access access;
    private final AuditLog audit;
    private final Deeds deeds;
    private final Retries retries;

    StatusOverrides(
            Statuses statuses,
            LivePresence live,
            Reasons reasons,
            Directory directory,
            Notifications notifications,
            NextNotice next,
            Access access,
            AuditLog audit,
            Deeds deeds,
            Retries retries) {
        this.statuses = statuses;
        this.live = live;
        this.reasons = reasons;
        this.directory = directory;
        this.notifications = notifications;
        this.next = next;
        this.access = access;
        this.audit = audit;
        this.deeds = deeds;
        this.retries = retries;
    }

    /// What a status can be changed to: available, each reason on offer, and away, which clocks
    /// out.
    public List<PresenceState> offered() {
        var offered = new ArrayList<PresenceState>();
        offered.add(PresenceState.AVAILABLE);
        reasons.offered().stream().map(Reason::state).forEach(offered::add);
        offered.add(PresenceState.AWAY);
        return offered;
    }

    /// Whether somebody has work in progress to wait for.
    public boolean isWorking(AgentId agent) {
        return live.of(agent).filter(now -> now.openItems() > 0).isPresent();
    }

    // ------------------------------------------------------------------ changing

    /// Changes the statuses of some people. Nothing is done unless the caller may act on each of
    /// them.
    ///
    /// @param whenDone for those who work: as soon as their work in progress is done
    /// @param why told to them
    /// @throws InvalidInput naming every bad field
    /// @throws NotFound when one of them is not in scope
    @Requires(Permission.PRESENCE_WRITE)
    public StatusOverride change(
            Set<AgentId> people, PresenceState state, boolean whenDone, String why) {
        var told = why.strip();
        check(people, state, told);
        var whom = people.stream().map(this::inScope).toList();
        var by = access.viewer().actor();
        var now = new LinkedHashSet<AgentId>();
        var queued = new LinkedHashSet<AgentId>();
        var refused = new LinkedHashMap<AgentId, String>();
        var changes = new ArrayList<Change>();
        for (var person : whom) {
            var agent = person.id();
            var before = live.of(agent).map(LivePresence.Now::state).orElse(PresenceState.AWAY);
            var result = set(agent, state, whenDone, told, by);
            var problem = result.problem();
            if (result.outcome() == EventResult.Outcome.REJECTED) {
                refused.put(agent, problem == null ? "" : problem.detail());
                continue;
            }
            var wish = whenDone ? statuses.next(agent).orElse(null) : null;
            (wish == null ? now : queued).add(agent);
            changes.add(change(agent, before, wish));
        }
        var deed =
                changes.isEmpty()
                        ? OptionalLong.empty()
                        : retries.inTransaction(() -> tell(state, told, changes, queued, by));
        return new StatusOverride(state, now, queued, refused, deed);
    }

    private void check(Set<AgentId> people, PresenceState state, String why) {
        var problems = new InvalidInput.Collector();
        problems.check(
                !people.isEmpty() && people.size() <= MOST_PEOPLE,
                "/agents",
                sentence(
                        "people",
                        "Name between one and %d people.".formatted(MOST_PEOPLE),
                        MOST_PEOPLE));
        problems.check(
                offered().contains(state),
                "/status",
                sentence("state", "Choose a status that is on offer."));
        problems.check(!why.isEmpty(), "/why", sentence("why", "Say why: they are told."));
        problems.check(
                why.codePointCount(0, why.length()) <= LONGEST_REASON,
                "/why",
                sentence(
                        "long",
                        "Use at most %d characters.".formatted(LONGEST_REASON),
                        LONGEST_REASON));
        problems.throwIfAny();
    }

    private static Sentence sentence(String key, String english, Object... values) {
        return new Sentence("overrides.problem." + key, english, List.of(values));
    }

    private EventResult set(
            AgentId agent, PresenceState state, boolean whenDone, @Nullable String why, Actor by) {
        if (whenDone) {
            return statuses.setWhenDone(agent, state, why, null, by);
        }
        return state.equals(PresenceState.AWAY)
                ? statuses.clockOut(agent, null, why, by)
                : statuses.set(agent, state, why, null, by);
    }

    private Change change(AgentId agent, PresenceState before, @Nullable NextStatus wish) {
        return new Change(
                agent.value(),
                before.base() == PresenceState.Base.UNKNOWN ? null : before.toString(),
                wish == null ? live.of(agent).map(LivePresence.Now::since).orElse(null) : null,
                wish == null ? null : wish.id());
    }

    private OptionalLong tell(
            PresenceState state, String why, List<Change> changes, Set<AgentId> queued, Actor by) {
        for (var change : changes) {
            var agent = new AgentId(change.agent());
            audit.changed(
                    by,
                    WHAT,
                    externalId(agent),
                    change.before(),
                    "%s%s: %s".formatted(state, queued.contains(agent) ? " when done" : "", why));
            if (queued.contains(agent)) {
                notifications.tell(
                        agent, next, new NextNotice.Facts(by.name(), state.toString(), why));
            }
        }
        var only = changes.size() == 1 ? new AgentId(changes.getFirst().agent()) : null;
        return deeds.done(
                OverrideDeeds.CHANGED,
                new OverrideDeeds.Facts(only == null ? "" : name(only), state.toString(), changes));
    }

    // ------------------------------------------------------------------ next

    /// What somebody will be when their work in progress is done; empty: nobody said.
    ///
    /// @throws NotFound when they are not in scope
    @Requires(Permission.PRESENCE_WRITE)
    public Optional<NextStatus> next(AgentId agent) {
        return statuses.next(inScope(agent).id());
    }

    /// Takes back what somebody was to be next, whoever wished it; nothing happens when there is
    /// nothing.
    ///
    /// @throws NotFound when they are not in scope
    @Requires(Permission.PRESENCE_WRITE)
    public void forgetNext(AgentId agent) {
        inScope(agent);
        var wish = statuses.next(agent).orElse(null);
        if (wish == null) {
            return;
        }
        statuses.forgetNext(agent);
        retries.inTransaction(() ->
                audit.changed(
                        access.viewer().actor(),
                        WHAT,
                        externalId(agent),
                        wish.state() + " when done",
                        "withdrawn"));
    }

    // ------------------------------------------------------------------ the way back

    /// Takes a change back from those for whom nothing has happened since: their status is again
    /// what it was, what waits is forgotten. Whoever has moved on stays as they are.
    void takeBack(OverrideDeeds.Facts facts) {
        var by = access.viewer().actor();
        var still =
                facts.people().stream()
                        .filter(change -> isStill(change, PresenceState.parse(facts.state())))
                        .toList();
        if (still.isEmpty()) {
            var first = new AgentId(facts.people().getFirst().agent());
            throw audit.conflict(WHAT, externalId(first), name(first));
        }
        for (var change : still) {
            var agent = inScope(new AgentId(change.agent())).id();
            if (change.next() == null) {
                setBack(agent, change, by);
            } else {
                statuses.forgetNext(agent);
            }
            audit.changed(by, WHAT, externalId(agent), facts.state(), "taken back");
        }
    }

    private boolean isStill(Change change, PresenceState state) {
        var agent = new AgentId(change.agent());
        var next = change.next();
        if (next != null) {
            return statuses.next(agent).map(NextStatus::id).filter(next::equals).isPresent();
        }
        return change.before() != null
                && live.of(agent)
                        .filter(now -> now.state().equals(state))
                        .filter(now -> now.since().equals(change.since()))
                        .isPresent();
    }

    private void setBack(AgentId agent, Change change, Actor by) {
        var before = PresenceState.parse(Objects.requireNonNull(change.before()));
        boolean describes =
                before.reason()
                        .flatMap(reasons::find)
                        .filter(Reason::descriptionRequired)
                        .isPresent();
        // What they said themselves was with what was replaced, and is not known here.
        var result = set(agent, before, false, describes ? UNSAID : null, by);
        if (result.outcome() == EventResult.Outcome.REJECTED) {
            throw audit.conflict(WHAT, externalId(agent), name(agent));
        }
    }

    // ------------------------------------------------------------------ of use

    private Agent inScope(AgentId agent) {
        return directory
                .agent(agent)
                .filter(person -> live.isIn(access.scope(Permission.PRESENCE_WRITE), person))
                .orElseThrow(() -> new NotFound("agent", "" + agent.value()));
    }

    private String externalId(AgentId agent) {
        return directory.agent(agent).map(Agent::externalId).orElse("");
    }

    private String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("");
    }
}
