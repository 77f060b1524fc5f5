package dev.rollcall.presence;

import dev.rollcall.people.Channel;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.shared.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Presence events as CloudEvents 1.0 in JSON.
public final class PresenceEvents {

    public static final String PRESENCE_CHANGED = "dev.rollcall.presence.changed";
    public static final String WORK_STARTED = "dev.rollcall.work.started";
    public static final String WORK_ENDED = "dev.rollcall.work.ended";
    public static final String HEARTBEAT = "dev.rollcall.heartbeat";

    /// Stands where a text is that a viewer may not read.
    static final String HIDDEN = "…";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PresenceEvents() {}

    /// Reads one event of any of the four types.
    ///
    /// @throws InvalidInput with a sentence for each bad field
    public static PresenceEvent read(JsonNode json) {
        if (!json.isObject()) {
            throw InvalidInput.of("", "An event is a JSON object.");
        }
        var fields = new Fields(json);
        fields.check(
                "1.0".equals(fields.text("/specversion")),
                "/specversion",
                "specversion is \"1.0\": events are CloudEvents 1.0.");
        var id = fields.required("/id");
        var source = fields.required("/source");
        var time = fields.time();
        var sequence = fields.sequence();
        var type = fields.required("/type");
        return switch (type) {
            case PRESENCE_CHANGED -> {
                var subject = fields.required("/subject");
                var state = fields.state();
                var note = fields.text("/data/note");
                fields.throwIfAny();
                yield new StatusChanged(source, id, subject, time, sequence, state, note);
            }
            case WORK_STARTED, WORK_ENDED -> {
                var subject = fields.required("/subject");
                var item = fields.required("/data/workItem");
                var channel = fields.channel();
                var group = fields.text("/data/group");
                fields.throwIfAny();
                yield type.equals(WORK_STARTED)
                        ? new WorkStarted(source, id, subject, time, sequence, item, channel, group)
                        : new WorkEnded(source, id, subject, time, sequence, item, channel, group);
            }
            case HEARTBEAT -> {
                int interval = fields.interval();
                fields.throwIfAny();
                yield new Heartbeat(source, id, time, sequence, interval);
            }
            default -> {
                if (!type.isEmpty()) {
                    fields.add(
                            "/type",
                            "type is %s, %s, %s or %s, not \"%s\"."
                                    .formatted(
                                            PRESENCE_CHANGED,
                                            WORK_STARTED,
                                            WORK_ENDED,
                                            HEARTBEAT,
                                            type));
                }
                fields.throwIfAny();
                throw new IllegalStateException("A bad type is a problem");
            }
        };
    }

    /// Reads one event from text.
    ///
    /// @throws InvalidInput also when it is no JSON
    static PresenceEvent parse(String payload) {
        try {
            return read(JSON.readTree(payload));
        } catch (tools.jackson.core.JacksonException e) {
            throw InvalidInput.of("", "The event is no readable JSON.");
        }
    }

    /// Whom an event says it is about, by external id; empty when it does not say so readably.
    static Optional<String> subject(String payload) {
        try {
            var subject = JSON.readTree(payload).at("/subject");
            return subject.isString() ? Optional.of(subject.stringValue()) : Optional.empty();
        } catch (tools.jackson.core.JacksonException e) {
            return Optional.empty();
        }
    }

    /// An event as it came, without the free text somebody wrote beside a status; nothing but dots
    /// when it cannot be read.
    static String withoutNote(String payload) {
        try {
            var json = JSON.readTree(payload);
            var note = json.at("/data/note");
            if (note.isMissingNode() || note.isNull()) {
                return payload;
            }
            ((ObjectNode) json.get("data")).put("note", HIDDEN);
            return JSON.writeValueAsString(json);
        } catch (tools.jackson.core.JacksonException e) {
            return HIDDEN;
        }
    }

    static String write(PresenceEvent event) {
        var json = JSON.createObjectNode();
        json.put("specversion", "1.0");
        json.put("id", event.id());
        json.put("source", event.source());
        json.put("time", event.time().toString());
        if (event.sequence() != null) {
            json.put("sequence", event.sequence());
        }
        switch (event) {
            case StatusChanged status -> {
                var data = about(json, PRESENCE_CHANGED, status.subject());
                data.put("status", status.state().base().name());
                data.put("reason", status.state().code());
                data.put("note", status.note());
            }
            case WorkStarted work ->
                    work(
                            about(json, WORK_STARTED, work.subject()),
                            work.workItem(),
                            work.channel(),
                            work.group());
            case WorkEnded work ->
                    work(
                            about(json, WORK_ENDED, work.subject()),
                            work.workItem(),
                            work.channel(),
                            work.group());
            case Heartbeat heartbeat -> {
                json.put("type", HEARTBEAT);
                json.putObject("data").put("intervalSeconds", heartbeat.intervalSeconds());
            }
        }
        return JSON.writeValueAsString(json);
    }

    private static ObjectNode about(ObjectNode json, String type, String subject) {
        json.put("type", type);
        json.put("subject", subject);
        return json.putObject("data");
    }

    private static void work(
            ObjectNode data, String item, Channel channel, @Nullable String group) {
        data.put("workItem", item);
        data.put("channel", channel.name());
        data.put("group", group);
    }

    /// The fields of one event. A bad one is noted and answered with something harmless, so that
    /// all bad ones can be told at once.
    private static final class Fields {

        private final JsonNode json;
        private final InvalidInput.Collector problems = new InvalidInput.Collector();

        Fields(JsonNode json) {
            this.json = json;
        }

        void check(boolean fine, String pointer, String detail) {
            problems.check(fine, pointer, detail);
        }

        void add(String pointer, String detail) {
            problems.add(pointer, detail);
        }

        void throwIfAny() {
            problems.throwIfAny();
        }

        @Nullable String text(String pointer) {
            var value = json.at(pointer);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isString()) {
                add(pointer, name(pointer) + " is a text.");
                return null;
            }
            return value.stringValue();
        }

        String required(String pointer) {
            var value = json.at(pointer);
            if (value.isMissingNode() || value.isNull()) {
                add(pointer, name(pointer) + " is required.");
                return "";
            }
            var text = Objects.requireNonNullElse(text(pointer), "");
            if (value.isString() && text.isBlank()) {
                add(pointer, name(pointer) + " must not be empty.");
            }
            return text;
        }

        Instant time() {
            var text = required("/time");
            if (!text.isBlank()) {
                try {
                    return OffsetDateTime.parse(text).toInstant();
                } catch (DateTimeException e) {
                    add(
                            "/time",
                            "time is an RFC 3339 instant with an offset, like"
                                    + " 2026-03-02T06:58:11.250Z.");
                }
            }
            return Instant.EPOCH;
        }

        @Nullable Long sequence() {
            var value = json.at("/sequence");
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (value.canConvertToLong() && value.isIntegralNumber()) {
                return value.longValue();
            }
            try {
                return Long.valueOf(value.isString() ? value.stringValue() : "");
            } catch (NumberFormatException e) {
                add("/sequence", "sequence is an integer.");
                return null;
            }
        }

        PresenceState state() {
            var status = required("/data/status");
            var reason = text("/data/reason");
            var base =
                    Arrays.stream(PresenceState.Base.values())
                            .filter(candidate -> candidate != PresenceState.Base.UNKNOWN)
                            .filter(candidate -> candidate.name().equals(status))
                            .findFirst();
            if (base.isEmpty()) {
                if (!status.isBlank()) {
                    add(
                            "/data/status",
                            "data.status is AWAY, AVAILABLE, ACTIVE or UNAVAILABLE, not \"%s\"."
                                    .formatted(status));
                }
                return PresenceState.AWAY;
            }
            var code = reason == null || reason.isBlank() ? null : reason.strip();
            if (code == null && base.get() == PresenceState.Base.UNAVAILABLE) {
                add("/data/reason", EventCheck.REASON_REQUIRED);
                return PresenceState.AWAY;
            }
            try {
                return new PresenceState(base.get(), code);
            } catch (IllegalArgumentException e) {
                add(
                        "/data/reason",
                        "data.reason is a text of up to 100 characters without line breaks.");
                return PresenceState.AWAY;
            }
        }

        Channel channel() {
            var text = required("/data/channel");
            for (var channel : Channel.values()) {
                if (channel != Channel.TEAM && channel.name().equals(text)) {
                    return channel;
                }
            }
            if (!text.isBlank()) {
                add("/data/channel", EventCheck.WHICH_CHANNEL);
            }
            return Channel.TICKET;
        }

        int interval() {
            var value = json.at("/data/intervalSeconds");
            if (value.isMissingNode() || value.isNull()) {
                add("/data/intervalSeconds", "data.intervalSeconds is required.");
                return 1;
            }
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                add("/data/intervalSeconds", EventCheck.WHICH_INTERVAL);
                return 1;
            }
            return value.intValue();
        }

        private static String name(String pointer) {
            return pointer.substring(1).replace('/', '.');
        }
    }
}
