package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// The one way in. Everything that says what somebody is doing (a feed, the agent's menu, a
/// supervisor) is an event appended here; timelines follow from the log alone.
///
/// Every batch is a transaction of its own, also when the caller has one open: what was answered is
/// in the log, whatever becomes of the caller.
@Service
public class PresenceLog {

    private final EventReader reader;
    private final Ingest ingest;
    private final Directory directory;
    private final LivePresence live;
    private final Reasons reasons;
    private final Access access;
    private final ApplicationClock clock;

    /// Orders what is set within one instant of our clock.
    private final AtomicLong sequence = new AtomicLong();

    PresenceLog(
            EventReader reader,
            Ingest ingest,
            Directory directory,
            LivePresence live,
            Reasons reasons,
            Access access,
            ApplicationClock clock) {
        this.reader = reader;
        this.ingest = ingest;
        this.directory = directory;
        this.live = live;
        this.reasons = reasons;
        this.access = access;
        this.clock = clock;
    }

    /// Appends events in one transaction and rebuilds the stretches of timeline they touch. Answers
    /// after the commit, one result per event in the order given. One bad event does not harm its
    /// neighbours; what is rejected is kept whole in the inbox.
    ///
    /// @param scope whom the caller may speak for; others are rejected as `unknown-agent`
    @Requires(Permission.PRESENCE_WRITE)
    public List<EventResult> append(List<PresenceEvent> events, Actor by, Scope scope) {
        var now = clock.instant();
        return ingest.take(
                events.stream().map(event -> reader.submission(event, by, scope, now)).toList(),
                now);
    }

    /// Keeps an event that could not even be read as one in the inbox of rejected events.
    ///
    /// @param payload the event as it came
    @Requires(Permission.PRESENCE_WRITE)
    public EventResult reject(
            @Nullable String source, @Nullable String id, String payload, EventProblem why) {
        var now = clock.instant();
        var by = access.viewer().actor();
        var rejection = new Submission.Rejection(source, id, payload, why, now, by);
        return ingest.take(List.of(Submission.bad(rejection)), now).getFirst();
    }

    /// Sets somebody's status now, in the caller's name: one's own, or that of somebody the caller
    /// may record presence for.
    ///
    /// @param currentUnit the unit they clock in to; null leaves it as it is
    /// @return rejected with a sentence for the caller when it cannot be; that is not kept
    /// @throws AccessDeniedException when the caller may not set the status of this person
    @Requires({Permission.PRESENCE_OWN, Permission.PRESENCE_WRITE})
    public EventResult setStatus(
            AgentId agent,
            PresenceState state,
            @Nullable String note,
            @Nullable UnitId currentUnit,
            Actor by) {
        var person = directory.agent(agent).orElse(null);
        var id = UUID.randomUUID().toString();
        if (person == null) {
            return refused(id, EventCheck.unknownAgent("" + agent.value()));
        }
        checkMaySet(person);
        var now = clock.instant();
        var status =
                new StatusChanged(
                        LogEntry.OWN_SOURCES + by.kind().name().toLowerCase(Locale.ROOT),
                        id,
                        person.externalId(),
                        now,
                        sequence.incrementAndGet(),
                        state,
                        note == null || note.isBlank() ? null : note.strip());
        var problem = problem(status, person, currentUnit, by);
        if (problem == null) {
            problem = EventCheck.problem(status, now);
        }
        if (problem != null) {
            return refused(id, problem);
        }
        var entry = new LogEntry(status, agent, currentUnit, now, false, by);
        return ingest.take(List.of(Submission.good(entry)), now).getFirst();
    }

    private @Nullable EventProblem problem(
            StatusChanged status, Agent person, @Nullable UnitId unit, Actor by) {
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
        boolean describes =
                by.kind() == Actor.Kind.USER
                        && status.state()
                                .reason()
                                .flatMap(reasons::find)
                                .filter(Reason::descriptionRequired)
                                .isPresent();
        return describes && status.note() == null
                ? new EventProblem(
                        EventCheck.BAD_EVENT,
                        "This reason needs a description: say in a few words what it is.",
                        "/note")
                : null;
    }

    private void checkMaySet(Agent person) {
        var viewer = access.viewer();
        boolean own =
                viewer.may(Permission.PRESENCE_OWN)
                        && viewer.agent().filter(person.id()::equals).isPresent();
        var currentUnit = live.of(person.id()).map(LivePresence.Now::currentUnit).orElse(null);
        if (!own && !viewer.scope(Permission.PRESENCE_WRITE).includes(person, currentUnit)) {
            throw new AccessDeniedException("May not set the status of this person");
        }
    }

    private static EventResult refused(String id, EventProblem problem) {
        return new EventResult(id, Outcome.REJECTED, problem);
    }
}
