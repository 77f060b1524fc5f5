package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.EventResult;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Statuses;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What one person is doing now.
@RestController
@RequestMapping(ApiRequests.BASE + "/agents/{externalId}/status")
@Tag(name = "Status", description = "What one person is doing now")
class StatusController {

    private static final int LONGEST_NOTE = 1000;

    private final Statuses statuses;
    private final LivePresence live;
    private final Whom whom;
    private final Access access;

    StatusController(Statuses statuses, LivePresence live, Whom whom, Access access) {
        this.statuses = statuses;
        this.live = live;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.PRESENCE_READ)
    @Operation(operationId = "getStatus", summary = "Read a status")
    StatusAnswer get(@PathVariable String externalId) {
        var agent = whom.agent(externalId, access.scope(Permission.PRESENCE_VIEW));
        return answer(agent);
    }

    @PutMapping
    @NeedsScope(TokenScope.PRESENCE_WRITE)
    @Operation(
            operationId = "putStatus",
            summary = "Set a status now",
            description = "Holds until the next one is set. A reason is required with UNAVAILABLE.")
    StatusAnswer put(@PathVariable String externalId, @RequestBody StatusForm form) {
        var viewer = access.viewer();
        var agent = whom.agent(externalId, viewer.scope(Permission.PRESENCE_WRITE));
        var result =
                statuses.setUntil(
                        agent.id(),
                        form.state(),
                        form.checkedNote(),
                        form.expectedReturn(),
                        viewer.actor());
        var problem = result.problem();
        if (result.outcome() == EventResult.Outcome.REJECTED && problem != null) {
            if (problem.code().equals("unknown-agent")) {
                throw new NotFound("agent", externalId);
            }
            var pointer = problem.pointer() == null ? "" : problem.pointer();
            throw InvalidInput.of(pointer.replaceFirst("^/data", ""), problem.detail());
        }
        return answer(agent);
    }

    private StatusAnswer answer(Agent agent) {
        return StatusAnswer.of(
                live.of(agent.id()),
                statuses.next(agent.id()).map(next -> next.state().toString()).orElse(null));
    }

    @Schema(name = "StatusForm")
    record StatusForm(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {"AWAY", "AVAILABLE", "ACTIVE", "UNAVAILABLE"})
                    @Nullable String status,
            @Schema(maxLength = 100, description = "Required with UNAVAILABLE", example = "BREAK")
                    @Nullable String reason,
            @Schema(maxLength = LONGEST_NOTE) @Nullable String note,
            @Schema(
                            description =
                                    "When they mean to be back: only with UNAVAILABLE, within a day"
                                            + " from now. Nothing happens by itself then")
                    @Nullable Instant expectedReturn) {

        PresenceState state() {
            return state(status, reason);
        }

        /// A presence as it is sent in two fields.
        ///
        /// @throws InvalidInput naming the one that is wrong
        static PresenceState state(@Nullable String status, @Nullable String reason) {
            var base = base(status);
            var code = reason == null || reason.isBlank() ? null : reason.strip();
            if (base == PresenceState.Base.UNAVAILABLE && code == null) {
                throw InvalidInput.of("/reason", "UNAVAILABLE needs a reason, such as BREAK.");
            }
            try {
                return new PresenceState(base, code);
            } catch (IllegalArgumentException e) {
                throw InvalidInput.of(
                        "/reason",
                        "A reason is a text of up to 100 characters without line breaks.");
            }
        }

        private static PresenceState.Base base(@Nullable String status) {
            for (var base : PresenceState.Base.values()) {
                if (base.name().equals(status) && base != PresenceState.Base.UNKNOWN) {
                    return base;
                }
            }
            throw InvalidInput.of(
                    "/status", "The status is AWAY, AVAILABLE, ACTIVE or UNAVAILABLE.");
        }

        @Nullable String checkedNote() {
            if (note != null && note.length() > LONGEST_NOTE) {
                throw InvalidInput.of(
                        "/note", "A note has at most " + LONGEST_NOTE + " characters.");
            }
            return note;
        }
    }

    /// @param status one of the four, or UNKNOWN while the source that spoke last is silent
    /// @param since null before the first event
    /// @param next the presence that follows when the work in progress is done, null: none
    /// @param source who spoke last, null before the first event
    /// @param expectedReturn when they said they mean to be back, left out: they did not
    @Schema(name = "Status")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record StatusAnswer(
            PresenceState.Base status,
            @Nullable String reason,
            @Nullable Instant since,
            @Nullable String next,
            @Nullable String source,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant expectedReturn) {

        static StatusAnswer of(Optional<LivePresence.Now> now, @Nullable String next) {
            return now.map(known ->
                            new StatusAnswer(
                                    known.state().base(),
                                    known.state().code(),
                                    known.since(),
                                    next,
                                    known.source(),
                                    known.expectedReturn()))
                    .orElse(
                            new StatusAnswer(
                                    PresenceState.Base.AWAY, null, null, null, null, null));
        }
    }
}
