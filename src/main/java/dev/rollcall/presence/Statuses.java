package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// Statuses set by hand: by the person themselves, by a supervisor, by a program that speaks for
/// one. Now, or as soon as the work in progress is done. Each is an event in the log like any
/// other.
@Service
public class Statuses {

    /// Why somebody who works cannot clock out.
    public static final String WORK_IN_PROGRESS = "work-in-progress";

    /// How far ahead somebody can say when they will be back.
    public static final Duration LONGEST_ABSENCE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Statuses.class);

    private static final EventProblem DESCRIBE =
            new EventProblem(
                    EventCheck.BAD_EVENT,
                    "This reason needs a description: say in a few words what it is.",
                    "/note");

    private static final EventProblem RETURN =
            new EventProblem(
                    EventCheck.BAD_EVENT,
                    "An expected return goes with UNAVAILABLE and lies within a day from now.",
                    "/expectedReturn");

    private final Ingest ingest;
    private final Directory directory;
    private final LivePresence live;
    private final Reasons reasons;
    private final Tracking tracking;
    private final NextStatuses next;
    private final Access access;
    private final ApplicationClock clock;

    /// Orders what is set within one instant of our clock.
    private final AtomicLong sequence = new AtomicLong();

    Statuses(
            Ingest ingest,
            Directory directory,
            LivePresence live,
            Reasons reasons,
            Tracking tracking,
            NextStatuses next,
            Access access,
            ApplicationClock clock) {
        this.ingest = ingest;
        this.directory = directory;
        this.live = live;
        this.reasons = reasons;
        this.tracking = tracking;
        this.next = next;
        this.access = access;
        this.clock = clock;
    }

    // ------------------------------------------------------------------ now

    /// Sets somebody's status now, in the caller's name: one's own, or that of somebody the caller
    /// may record presence for. What they were to be next is forgotten.
    ///
    /// @param currentUnit the unit they clock in to; null leaves it as it is
    /// @return rejected with a sentence for the caller when it cannot be; that is not kept
    /// @throws AccessDeniedException when the caller may not set the status of this person
    @Requires({Permission.PRESENCE_OWN, Permission.PRESENCE_WRITE})
    public EventResult set(
            AgentId agent,
            PresenceState state,
            @Nullable String note,
            @Nullable UnitId currentUnit,
            Actor by) {
        return setNow(agent, new Wish(state, note, currentUnit, null), by);
    }

    /// As [#set], for somebody who says when they mean to be back. Nothing happens by itself then.
    ///
    /// @param expectedReturn within a day from now, and only with UNAVAILABLE; null: they do not
    ///   say
    /// @return rejected with a sentence for the caller when it cannot be; that is not kept
    /// @throws AccessDeniedException when the caller may not set the status of this person
    @Requires({Permission.PRESENCE_OWN, Permission.PRESENCE_WRITE})
    public EventResult setUntil(
            AgentId agent,
            PresenceState state,
            @Nullable String note,
            @Nullable Instant expectedReturn,
            Actor by) {
        return setNow(agent, new Wish(state, note, null, null, expectedReturn), by);
    }

    /// Clocks somebody out now, in the caller's name: oneself, or somebody the caller may record
    /// presence for. Whoever is tracked cannot clock themselves out of work in progress unless the
    /// settings allow it; others can do it for them.
    ///
    /// @param reason a code of [Reasons#toClockOut]; null when they do not say
    /// @return rejected with a sentence for the caller when it cannot be; that is not kept
    /// @throws AccessDeniedException when the caller may not set the status of this person
    @Requires({Permission.PRESENCE_OWN, Permission.PRESENCE_WRITE})
    public EventResult clockOut(
            AgentId agent, @Nullable String reason, @Nullable String note, Actor by) {
        return setNow(agent, new Wish(PresenceState.AWAY, note, null, reason), by);
    }

    private EventResult setNow(AgentId agent, Wish wish, Actor by) {
        var id = UUID.randomUUID().toString();
        var person = directory.agent(agent).orElse(null);
        if (person == null) {
            return refused(id, EventCheck.unknownAgent("" + agent.value()));
        }
        checkMaySet(person);
        var problem = problem(wish, person, by);
        if (problem == null && wish.clocksOut() && mustFinishFirst(person)) {
            problem =
                    new EventProblem(
                            WORK_IN_PROGRESS,
                            "There is work in progress. Finish it or hand it over, then clock out.",
                            "/status");
        }
        if (problem != null) {
            return refused(id, problem);
        }
        var result = append(id, person, wish, by);
        if (result.outcome() != Outcome.REJECTED && next.of(agent).isPresent()) {
            next.forget(agent);
        }
        return result;
    }

    /// Whether this person, asked by themselves, has to finish their work before they clock out.
    public boolean mustFinishFirst(AgentId agent) {
        return directory.agent(agent).filter(this::mustFinishFirst).isPresent();
    }

    private boolean mustFinishFirst(Agent person) {
        var policy = tracking.policy();
        return isOneself(person)
                && policy.tracks(person)
                && !policy.clockOutWhileWorking()
                && hasWork(person.id());
    }

    // ------------------------------------------------------------------ when the work is done

    /// What somebody will be when their work in progress is done.
    public Optional<NextStatus> next(AgentId agent) {
        return next.of(agent);
    }

    /// Sets somebody's status as soon as their work in progress is done; now when there is none.
    ///
    /// @param clockOutReason a code of [Reasons#toClockOut], only with AWAY; null: they do not say
    /// @return rejected with a sentence for the caller when it cannot be; accepted when it is set
    ///   or waits
    /// @throws AccessDeniedException when the caller may not set the status of this person
    @Requires({Permission.PRESENCE_OWN, Permission.PRESENCE_WRITE})
    public EventResult setWhenDone(
            AgentId agent,
            PresenceState state,
            @Nullable String note,
            @Nullable String clockOutReason,
            Actor by) {
        var wish = new Wish(state, note, null, clockOutReason);
        if (!hasWork(agent)) {
            return setNow(agent, wish, by);
        }
        var id = UUID.randomUUID().toString();
        var person = directory.agent(agent).orElse(null);
        if (person == null) {
            return refused(id, EventCheck.unknownAgent("" + agent.value()));
        }
        checkMaySet(person);
        var problem = problem(wish, person, by);
        if (problem != null) {
            return refused(id, problem);
        }
        next.put(agent, wish, by, clock.instant());
        comeTrue(agent);
        return new EventResult(id, Outcome.ACCEPTED, null);
    }

    /// Takes back what somebody was to be next.
    ///
    /// @throws AccessDeniedException when the caller may not set the status of this person
    @Requires({Permission.PRESENCE_OWN, Permission.PRESENCE_WRITE})
    public void forgetNext(AgentId agent) {
        directory
                .agent(agent)
                .ifPresent(person -> {
                    checkMaySet(person);
                    next.forget(agent);
                });
    }

    @EventListener
    void on(PresenceChanged change) {
        if (next.of(change.agent()).isPresent()) {
            comeTrue(change.agent());
        }
    }

    /// What came due while the product was down.
    @EventListener(ApplicationReadyEvent.class)
    void comeTrue() {
        next.all().forEach(each -> comeTrue(each.agent()));
    }

    /// The event is named after the wish: however often this is tried, it counts once.
    private void comeTrue(AgentId agent) {
        var wished = next.of(agent).orElse(null);
        var person = directory.agent(agent).orElse(null);
        if (wished == null || person == null || hasWork(agent)) {
            return;
        }
        if (isAway(agent)) {
            // Their work was closed by clocking out; nobody is clocked in by a wish.
            next.forget(agent);
            return;
        }
        try {
            append("next-" + wished.id(), person, wished.wish(), wished.by());
            next.forget(agent);
        } catch (RuntimeException e) {
            LOG.warn("A status that was to follow could not be set; it is tried again", e);
        }
    }

    // ------------------------------------------------------------------ what both need

    private boolean hasWork(AgentId agent) {
        return live.of(agent).filter(now -> now.openItems() > 0).isPresent();
    }

    private boolean isAway(AgentId agent) {
        return live.of(agent).map(LivePresence.Now::state).orElse(PresenceState.AWAY).base()
                == PresenceState.Base.AWAY;
    }

    private EventResult append(String id, Agent person, Wish wish, Actor by) {
        var now = clock.instant();
        var status =
                new StatusChanged(
                        LogEntry.OWN_SOURCES + by.kind().name().toLowerCase(Locale.ROOT),
                        id,
                        person.externalId(),
                        now,
                        sequence.incrementAndGet(),
                        wish.state(),
                        wish.note());
        var problem = EventCheck.problem(status, now);
        if (problem != null) {
            return refused(id, problem);
        }
        var entry =
                new LogEntry(
                        status,
                        person.id(),
                        wish.unit(),
                        now,
                        false,
                        by,
                        wish.clockOutReason(),
                        wish.expectedReturn());
        return ingest.take(List.of(Submission.good(entry)), now).getFirst();
    }

    private @Nullable EventProblem problem(Wish wish, Agent person, Actor by) {
        var unit = wish.unit();
        if (unit != null && !unit.equals(person.unit()) && !person.mayWorkIn().contains(unit)) {
            var name =
                    directory
                            .unit(unit)
                            .map(known -> "\"" + known.name() + "\"")
                            .orElse("This unit");
            return new EventProblem(
                    EventCheck.BAD_EVENT,
                    name
                            + " is neither the home unit nor among the units to work in. Choose one"
                            + " of those to clock in.",
                    "/unit");
        }
        var reason = wish.clockOutReason();
        if (reason != null
                && reasons.toClockOut().stream().noneMatch(r -> r.code().equals(reason))) {
            return new EventProblem(
                    EventCheck.BAD_EVENT,
                    "This reason to clock out is not offered any more. Choose another one.",
                    "/reason");
        }
        if (!isReturnPossible(wish)) {
            return RETURN;
        }
        boolean describes =
                by.kind() == Actor.Kind.USER
                        && Optional.ofNullable(reason)
                                .or(wish.state()::reason)
                                .flatMap(reasons::find)
                                .filter(Reason::descriptionRequired)
                                .isPresent();
        return describes && wish.note() == null ? DESCRIBE : null;
    }

    private boolean isReturnPossible(Wish wish) {
        var back = wish.expectedReturn();
        var now = clock.instant();
        return back == null
                || wish.state().base() == PresenceState.Base.UNAVAILABLE
                        && back.isAfter(now)
                        && !back.isAfter(now.plus(LONGEST_ABSENCE));
    }

    private boolean isOneself(Agent person) {
        return access.currentViewer()
                .flatMap(viewer -> viewer.agent())
                .filter(person.id()::equals)
                .isPresent();
    }

    private void checkMaySet(Agent person) {
        var viewer = access.viewer();
        boolean own =
                viewer.may(Permission.PRESENCE_OWN)
                        && viewer.agent().filter(person.id()::equals).isPresent();
        if (!own && !live.isIn(viewer.scope(Permission.PRESENCE_WRITE), person)) {
            throw new AccessDeniedException("May not set the status of this person");
        }
    }

    private static EventResult refused(String id, EventProblem problem) {
        return new EventResult(id, Outcome.REJECTED, problem);
    }
}
