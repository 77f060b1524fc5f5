package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.presence.RejectedEvents;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The inbox of events that were not accepted.
@RestController
@RequestMapping(ApiRequests.BASE + "/rejected-events")
@Tag(name = "Events")
class RejectedEventsController {

    private final RejectedEvents inbox;

    RejectedEventsController(RejectedEvents inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "listRejectedEvents",
            summary = "List rejected events",
            description = "Those nobody looked after yet, the oldest first.")
    ResponseEntity<Page<RejectedAnswer>> list(
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        var found = inbox.open(after == null ? 0 : Page.number(after), limit);
        var last = found.size() == limit ? found.getLast().number() : null;
        return Page.answer(
                new Page<>(
                        found.stream().map(RejectedAnswer::of).toList(),
                        last == null ? null : Page.encoded(last.toString())));
    }

    @PostMapping("/{id}/replay")
    @NeedsScope(TokenScope.ADMIN)
    @Operation(
            operationId = "replayRejectedEvent",
            summary = "Try a rejected event again",
            description = "For example after its agent was added.")
    EventsController.EventAnswer replay(@PathVariable long id) {
        var result = inbox.replay(id);
        if (result == null) {
            throw new NotFound("rejected event", Long.toString(id));
        }
        return EventsController.EventAnswer.of(result);
    }

    /// @param event as it came, as text; may hold personal data
    @Schema(name = "RejectedEvent")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record RejectedAnswer(
            long id,
            @Nullable String source,
            @Nullable String eventId,
            String event,
            Problem problem,
            Instant receivedAt,
            Instant lastSeenAt,
            int timesSeen) {

        static RejectedAnswer of(RejectedEvents.Entry entry) {
            return new RejectedAnswer(
                    entry.number(),
                    entry.source(),
                    entry.eventId(),
                    entry.payload(),
                    EventsController.problem(entry.problem()),
                    entry.received(),
                    entry.lastSeen(),
                    entry.timesSeen());
        }
    }
}
