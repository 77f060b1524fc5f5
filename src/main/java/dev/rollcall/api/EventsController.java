package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.presence.EventProblem;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvents;
import dev.rollcall.presence.PresenceLog;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// What feeds report: presence and work, as CloudEvents.
@RestController
@RequestMapping(ApiRequests.BASE)
@Tag(
        name = "Events",
        description = "What people are doing, as telephony, chat and ticketing systems report it")
class EventsController {

    static final int MOST_EVENTS = 1000;
    private static final Set<String> PRESENCE_TYPES =
            Set.of(PresenceEvents.PRESENCE_CHANGED, PresenceEvents.HEARTBEAT);
    private static final Set<String> WORK_TYPES =
            Set.of(
                    PresenceEvents.WORK_STARTED,
                    PresenceEvents.WORK_ENDED,
                    PresenceEvents.HEARTBEAT);
    static final String CLOUD_EVENT = "application/cloudevents+json";
    static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

    private final PresenceLog log;
    private final Access access;

    EventsController(PresenceLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    @PostMapping(
            path = "/presence-events",
            consumes = {MediaType.APPLICATION_JSON_VALUE, CLOUD_EVENT, CLOUD_EVENTS})
    @NeedsScope(TokenScope.PRESENCE_WRITE)
    @Operation(
            operationId = "sendPresenceEvents",
            summary = "Report presence",
            description =
                    "Takes one event or an array of up to 1,000. The answer is sent after the commit."
                            + " One bad event does not harm its neighbours; what is rejected is kept for the admin.")
    EventsAnswer presenceEvents(@RequestBody JsonNode body) {
        return take(body, PRESENCE_TYPES);
    }

    @PostMapping(
            path = "/work-events",
            consumes = {MediaType.APPLICATION_JSON_VALUE, CLOUD_EVENT, CLOUD_EVENTS})
    @NeedsScope(TokenScope.WORK_WRITE)
    @Operation(
            operationId = "sendWorkEvents",
            summary = "Report work",
            description =
                    "Work items started and ended: calls, chats, tickets. Same envelope and same"
                            + " guarantees as for presence.")
    EventsAnswer workEvents(@RequestBody JsonNode body) {
        return take(body, WORK_TYPES);
    }

    private EventsAnswer take(JsonNode body, Set<String> types) {
        var viewer = access.viewer();
        var readings = events(body).stream().map(event -> Reading.of(event, types)).toList();
        var good = readings.stream().flatMap(reading -> reading.event().stream()).toList();
        var appended =
                log.append(good, viewer.actor(), viewer.scope(Permission.PRESENCE_WRITE))
                        .iterator();
        var results = new ArrayList<EventAnswer>();
        for (var reading : readings) {
            results.add(
                    reading.event().isPresent()
                            ? EventAnswer.of(appended.next())
                            : reject(reading));
        }
        return EventsAnswer.of(results);
    }

    private EventAnswer reject(Reading reading) {
        log.reject(
                reading.text("source"),
                reading.text("id"),
                reading.json().toString(),
                reading.problem());
        return new EventAnswer(
                reading.text("id"),
                EventResult.Outcome.REJECTED,
                Fault.BAD_EVENT
                        .problem(reading.problem().detail())
                        .withErrors(FieldErrors.of(reading.problems())));
    }

    private static List<JsonNode> events(JsonNode body) {
        if (body.isObject()) {
            return List.of(body);
        }
        if (!body.isArray()) {
            throw InvalidInput.of("", "The body is one event or an array of events.");
        }
        if (body.size() > MOST_EVENTS) {
            throw InvalidInput.of(
                    "",
                    "One request has at most "
                            + MOST_EVENTS
                            + " events, not "
                            + body.size()
                            + ". Send them in several requests.");
        }
        return List.copyOf(body.values());
    }

    static Problem problem(EventProblem problem) {
        var fault =
                switch (problem.code()) {
                    case "unknown-agent" -> Fault.UNKNOWN_AGENT;
                    case "clock-skew" -> Fault.CLOCK_SKEW;
                    default -> Fault.BAD_EVENT;
                };
        var told = fault.problem(problem.detail());
        return problem.pointer() == null
                ? told
                : told.withErrors(
                        List.of(new Problem.FieldError(problem.pointer(), problem.detail())));
    }

    /// One event as far as it could be read by itself.
    ///
    /// @param problems what is wrong with it, empty when it is an event
    private record Reading(
            JsonNode json, Optional<PresenceEvent> event, List<InvalidInput.Problem> problems) {

        static Reading of(JsonNode json, Set<String> types) {
            try {
                var type = json.path("type");
                if (type.isString() && elsewhere(type.stringValue(), types)) {
                    throw InvalidInput.of(
                            "/type",
                            "Events of the type "
                                    + type.stringValue()
                                    + " go to "
                                    + (types == PRESENCE_TYPES
                                            ? "/api/v1/work-events."
                                            : "/api/v1/presence-events."));
                }
                return new Reading(json, Optional.of(PresenceEvents.read(json)), List.of());
            } catch (InvalidInput e) {
                return new Reading(json, Optional.empty(), e.problems());
            }
        }

        private static boolean elsewhere(String type, Set<String> types) {
            return !types.contains(type)
                    && (PRESENCE_TYPES.contains(type) || WORK_TYPES.contains(type));
        }

        EventProblem problem() {
            var sentences =
                    problems.stream()
                            .map(InvalidInput.Problem::detail)
                            .collect(Collectors.joining(" "));
            return new EventProblem("bad-event", sentences, problems.getFirst().pointer());
        }

        @Nullable String text(String field) {
            var value = json.path(field);
            return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
        }
    }

    /// What became of a request's events.
    ///
    /// @param results one for each event, in the order of the request
    record EventsAnswer(int accepted, int duplicates, int rejected, List<EventAnswer> results) {

        static EventsAnswer of(List<EventAnswer> results) {
            return new EventsAnswer(
                    count(results, EventResult.Outcome.ACCEPTED),
                    count(results, EventResult.Outcome.DUPLICATE),
                    count(results, EventResult.Outcome.REJECTED),
                    results);
        }

        private static int count(List<EventAnswer> results, EventResult.Outcome outcome) {
            return Math.toIntExact(
                    results.stream().filter(result -> result.outcome() == outcome).count());
        }
    }

    /// What became of one event.
    ///
    /// @param id the event's id as given
    /// @param problem why it was rejected
    record EventAnswer(
            @Nullable String id,
            EventResult.Outcome outcome,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Problem problem) {

        static EventAnswer of(EventResult result) {
            return new EventAnswer(
                    result.id(),
                    result.outcome(),
                    result.problem() == null ? null : EventsController.problem(result.problem()));
        }
    }
}
