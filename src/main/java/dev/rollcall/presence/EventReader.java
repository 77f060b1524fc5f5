package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Decides which events are good enough for the log, and about whom they are.
@Component
class EventReader {

    private final Directory directory;
    private final LivePresence live;

    EventReader(Directory directory, LivePresence live) {
        this.directory = directory;
        this.live = live;
    }

    /// @param scope whom the caller may speak for
    Submission submission(PresenceEvent given, Actor by, Scope scope, Instant now) {
        var event = inMicroseconds(given);
        var problem = EventCheck.problem(event, now);
        problem = problem == null ? EventCheck.speaker(event, by) : problem;
        AgentId agent = null;
        var subject = subject(event);
        if (problem == null && subject != null) {
            agent = find(subject, scope);
            problem = agent == null ? EventCheck.unknownAgent(subject) : null;
        }
        if (problem != null) {
            return Submission.bad(
                    new Submission.Rejection(
                            event.source(),
                            event.id(),
                            PresenceEvents.write(given),
                            problem,
                            now,
                            by));
        }
        boolean skewed = EventCheck.isSkewed(event.time(), now);
        return Submission.good(new LogEntry(event, agent, null, now, skewed, by));
    }

    private @Nullable AgentId find(String subject, Scope scope) {
        return directory
                .agent(subject)
                .filter(agent -> isIn(scope, agent))
                .map(agent -> agent.id())
                .orElse(null);
    }

    /// Somebody the caller may speak for; null for others.
    @Nullable Agent agent(AgentId id, Scope scope) {
        return directory.agent(id).filter(agent -> isIn(scope, agent)).orElse(null);
    }

    private boolean isIn(Scope scope, Agent agent) {
        return live.isIn(scope, agent);
    }

    private static @Nullable String subject(PresenceEvent event) {
        return switch (event) {
            case StatusChanged status -> status.subject();
            case WorkStarted work -> work.subject();
            case WorkEnded work -> work.subject();
            case Heartbeat heartbeat -> null;
        };
    }

    /// The precision the database keeps: what is folded now and what is read back later are equal.
    private static PresenceEvent inMicroseconds(PresenceEvent event) {
        var time = event.time().truncatedTo(ChronoUnit.MICROS);
        if (time.equals(event.time())) {
            return event;
        }
        return switch (event) {
            case StatusChanged(
                            var source,
                            var id,
                            var subject,
                            var t,
                            var seq,
                            var state,
                            var note) ->
                    new StatusChanged(source, id, subject, time, seq, state, note);
            case WorkStarted(
                            var source,
                            var id,
                            var subject,
                            var t,
                            var seq,
                            var item,
                            var channel,
                            var group) ->
                    new WorkStarted(source, id, subject, time, seq, item, channel, group);
            case WorkEnded(
                            var source,
                            var id,
                            var subject,
                            var t,
                            var seq,
                            var item,
                            var channel,
                            var group) ->
                    new WorkEnded(source, id, subject, time, seq, item, channel, group);
            case Heartbeat(var source, var id, var t, var seq, var interval) ->
                    new Heartbeat(source, id, time, seq, interval);
        };
    }
}
