package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.presence.EventResult.Outcome;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes to the log the way it is written: in batches, through the one way in.
@Component
class LogFixture {

    static final String FEED = "/telephony/site-1";

    private static final Actor TOKEN = new Actor(Actor.Kind.TOKEN, "rc_test", "Telephony");

    private final Ingest ingest;
    private final Timelines timelines;
    private final ApplicationClock clock;
    private final AtomicInteger number = new AtomicInteger();

    LogFixture(Ingest ingest, Timelines timelines, ApplicationClock clock) {
        this.ingest = ingest;
        this.timelines = timelines;
        this.clock = clock;
    }

    List<Outcome> take(LogEntry... entries) {
        return take(Arrays.asList(entries));
    }

    List<Outcome> take(List<LogEntry> entries) {
        return ingest
                .take(entries.stream().map(Submission::good).toList(), clock.instant())
                .stream()
                .map(EventResult::outcome)
                .toList();
    }

    LogEntry status(long agent, String time, String state) {
        return status(FEED, agent, time, state);
    }

    LogEntry status(String source, long agent, String time, String state) {
        return status(source, nextId(), agent, at(time), state);
    }

    LogEntry status(String source, String id, long agent, Instant time, String state) {
        return entry(
                new StatusChanged(
                        source, id, "agent-" + agent, time, null, PresenceState.parse(state), null),
                new AgentId(agent));
    }

    LogEntry started(long agent, String time, String item) {
        return entry(
                new WorkStarted(
                        FEED,
                        nextId(),
                        "agent-" + agent,
                        at(time),
                        null,
                        item,
                        Channel.TICKET,
                        null),
                new AgentId(agent));
    }

    LogEntry ended(long agent, String time, String item) {
        return entry(
                new WorkEnded(
                        FEED,
                        nextId(),
                        "agent-" + agent,
                        at(time),
                        null,
                        item,
                        Channel.TICKET,
                        null),
                new AgentId(agent));
    }

    LogEntry beat(String source, String time, int interval) {
        return entry(new Heartbeat(source, nextId(), at(time), null, interval), null);
    }

    /// An entry for something that was made up elsewhere.
    LogEntry entry(Happening happening, long agent) {
        var source = happening.source();
        var id = happening.id();
        var subject = "agent-" + agent;
        var time = happening.time();
        var sequence = happening.sequence();
        LogEvent event =
                switch (happening.deed()) {
                    case Happening.StatusSet(var state, _, _) ->
                            new StatusChanged(source, id, subject, time, sequence, state, null);
                    case Happening.WorkStarted(var item, var channel) ->
                            new WorkStarted(
                                    source, id, subject, time, sequence, item, channel, null);
                    case Happening.WorkEnded(var item) ->
                            new WorkEnded(
                                    source,
                                    id,
                                    subject,
                                    time,
                                    sequence,
                                    item,
                                    Channel.TICKET,
                                    null);
                    case Happening.Corrected(var correction, var state) ->
                            CorrectionEdge.start(correction, subject, time, order(sequence), state);
                    case Happening.CorrectionEnded(var correction) ->
                            CorrectionEdge.end(correction, subject, time, order(sequence));
                };
        return entry(event, new AgentId(agent));
    }

    private static long order(@Nullable Long sequence) {
        return sequence == null ? 0 : sequence;
    }

    private LogEntry entry(LogEvent event, @Nullable AgentId agent) {
        return new LogEntry(event, agent, null, clock.instant(), false, TOKEN);
    }

    /// The stored timeline as `HH:mm:ss STATE`.
    List<String> timeline(long agent) {
        return segments(agent).stream()
                .map(segment ->
                        segment.start().toString().substring(11, 19) + " " + segment.state())
                .toList();
    }

    List<PresenceSegment> segments(long agent) {
        return timelines.of(
                new AgentId(agent),
                TimeSpan.of(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
    }

    /// @param time `HH:mm` or `HH:mm:ss` on the day of the tests
    static Instant at(String time) {
        return Instant.parse("2026-03-02T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }

    private String nextId() {
        return "event-" + number.incrementAndGet();
    }
}
