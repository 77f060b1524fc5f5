package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Channel;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an event must be like to be written to the log.
final class EventCheck {

    static final String UNKNOWN_AGENT = "unknown-agent";
    static final String CLOCK_SKEW = "clock-skew";
    static final String BAD_EVENT = "bad-event";

    static final String REASON_REQUIRED =
            "data.reason is required with UNAVAILABLE: say why, for example BREAK.";
    static final String WHICH_CHANNEL = "data.channel is TICKET, CHAT or CALL.";
    static final String WHICH_INTERVAL = "data.intervalSeconds is a whole number from 1 to 86400.";

    /// Further ahead than this, an event is rejected.
    static final Duration FURTHEST_AHEAD = Duration.ofSeconds(120);

    /// Further ahead than this, an event is flagged.
    private static final Duration TRIFLE = Duration.ofSeconds(5);

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_GROUP = 100;
    private static final int LONGEST_NOTE = 1_000;
    private static final int LONGEST_INTERVAL = 86_400;

    private EventCheck() {}

    static boolean isSkewed(Instant time, Instant now) {
        return time.isAfter(now.plus(TRIFLE));
    }

    /// What is wrong with an event in itself, and with its time; null when nothing is.
    static @Nullable EventProblem problem(PresenceEvent event, Instant now) {
        var problem = name(event.source(), "source", "/source");
        problem = problem == null ? name(event.id(), "id", "/id") : problem;
        problem = problem == null ? time(event.time()) : problem;
        if (problem == null) {
            problem =
                    switch (event) {
                        case StatusChanged status -> status(status);
                        case WorkStarted work ->
                                work(work.workItem(), work.channel(), work.group());
                        case WorkEnded work -> work(work.workItem(), work.channel(), work.group());
                        case Heartbeat heartbeat -> heartbeat(heartbeat);
                    };
        }
        if (problem == null && event.time().isAfter(now.plus(FURTHEST_AHEAD))) {
            problem =
                    new EventProblem(
                            CLOCK_SKEW,
                            ("time is %d seconds ahead of Rollcall's clock; two minutes are the"
                                            + " most. Check the clock of the source.")
                                    .formatted(Duration.between(now, event.time()).toSeconds()),
                            "/time");
        }
        return problem;
    }

    /// What is wrong with something that could not even be read as an event.
    static EventProblem problem(InvalidInput unreadable) {
        return new EventProblem(
                BAD_EVENT,
                unreadable.problems().stream()
                        .map(InvalidInput.Problem::detail)
                        .collect(Collectors.joining(" ")),
                unreadable.problems().getFirst().pointer());
    }

    /// What is wrong with who tells of an event; null when nothing is. What comes from Rollcall
    /// itself counts for more than what a feed tells: a correction, a clock-out by rule. No feed
    /// may pass for it.
    static @Nullable EventProblem speaker(PresenceEvent event, Actor by) {
        return event.source().startsWith(LogEntry.OWN_SOURCES) && by.kind() != Actor.Kind.SYSTEM
                ? bad(
                        "Sources that start with /rollcall/ are Rollcall's own; give the feed"
                                + " another name.",
                        "/source")
                : null;
    }

    static EventProblem unknownAgent(String subject) {
        return new EventProblem(
                UNKNOWN_AGENT,
                "No agent with the external id \"%s\" is known here.".formatted(subject),
                "/subject");
    }

    private static @Nullable EventProblem status(StatusChanged status) {
        var state = status.state();
        if (state.base() == PresenceState.Base.UNKNOWN) {
            return bad(
                    "data.status is AWAY, AVAILABLE, ACTIVE or UNAVAILABLE; nobody can set UNKNOWN.",
                    "/data/status");
        }
        if (state.base() == PresenceState.Base.UNAVAILABLE && state.code() == null) {
            return bad(REASON_REQUIRED, "/data/reason");
        }
        return text(status.note(), LONGEST_NOTE, "data.note", "/data/note");
    }

    private static @Nullable EventProblem work(
            String item, Channel channel, @Nullable String group) {
        if (channel == Channel.TEAM) {
            return bad(WHICH_CHANNEL, "/data/channel");
        }
        var problem = name(item, "data.workItem", "/data/workItem");
        return problem == null ? text(group, LONGEST_GROUP, "data.group", "/data/group") : problem;
    }

    private static @Nullable EventProblem heartbeat(Heartbeat heartbeat) {
        return heartbeat.intervalSeconds() < 1 || heartbeat.intervalSeconds() > LONGEST_INTERVAL
                ? bad(WHICH_INTERVAL, "/data/intervalSeconds")
                : null;
    }

    private static @Nullable EventProblem time(Instant time) {
        return time.isBefore(Instant.EPOCH)
                ? bad("time lies before 1970; check the clock of the source.", "/time")
                : null;
    }

    private static @Nullable EventProblem name(String value, String field, String pointer) {
        return value.isBlank()
                ? bad(field + " must not be empty.", pointer)
                : text(value, LONGEST_NAME, field, pointer);
    }

    private static @Nullable EventProblem text(
            @Nullable String value, int longest, String field, String pointer) {
        if (value == null) {
            return null;
        }
        if (value.codePointCount(0, value.length()) > longest) {
            return bad("%s has more than %d characters.".formatted(field, longest), pointer);
        }
        return StandardCharsets.UTF_8.newEncoder().canEncode(value)
                ? null
                : bad(field + " is no valid Unicode.", pointer);
    }

    private static EventProblem bad(String detail, String pointer) {
        return new EventProblem(BAD_EVENT, detail, pointer);
    }
}
