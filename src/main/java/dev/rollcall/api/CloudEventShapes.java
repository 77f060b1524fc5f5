package dev.rollcall.api;

import dev.rollcall.presence.PresenceEvents;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The shapes of events for the documentation. [dev.rollcall.presence.PresenceEvents] reads them
/// from a tree, so that one bad event does not keep its neighbours from being read.
final class CloudEventShapes {

    private CloudEventShapes() {}

    @Schema(
            name = "PresenceEvent",
            description = "A CloudEvent 1.0: somebody's status was set, or the source is alive")
    record PresenceEvent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "1.0")
                    String specversion,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = 255,
                            description =
                                    "Unique within its source; sent twice, an event counts once")
                    String id,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = 255,
                            example = "/telephony/site-1")
                    String source,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {
                                PresenceEvents.PRESENCE_CHANGED,
                                PresenceEvents.HEARTBEAT
                            })
                    String type,
            @Schema(maxLength = 255, description = "The agent's external id; none for a heartbeat")
                    @Nullable String subject,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant time,
            @Schema(description = "Orders events of one source and one instant")
                    @Nullable Long sequence,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) PresenceData data) {}

    @Schema(name = "PresenceData")
    record PresenceData(
            @Schema(allowableValues = {"AWAY", "AVAILABLE", "ACTIVE", "UNAVAILABLE"})
                    @Nullable String status,
            @Schema(maxLength = 100, description = "Required with UNAVAILABLE", example = "BREAK")
                    @Nullable String reason,
            @Schema(maxLength = 1000) @Nullable String note,
            @Schema(
                            minimum = "1",
                            maximum = "86400",
                            description = "Of a heartbeat: another sign follows within so long")
                    @Nullable Integer intervalSeconds) {}

    @Schema(
            name = "WorkEvent",
            description =
                    "A CloudEvent 1.0: somebody started or ended a work item, or the source is alive")
    record WorkEvent(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, allowableValues = "1.0")
                    String specversion,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 255) String id,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 255) String source,
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            allowableValues = {
                                PresenceEvents.WORK_STARTED,
                                PresenceEvents.WORK_ENDED,
                                PresenceEvents.HEARTBEAT
                            })
                    String type,
            @Schema(maxLength = 255, description = "The agent's external id; none for a heartbeat")
                    @Nullable String subject,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant time,
            @Schema(description = "Orders events of one source and one instant")
                    @Nullable Long sequence,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) WorkData data) {}

    @Schema(name = "WorkData")
    record WorkData(
            @Schema(maxLength = 255, example = "case-4711") @Nullable String workItem,
            @Schema(allowableValues = {"TICKET", "CHAT", "CALL"}) @Nullable String channel,
            @Schema(maxLength = 100, example = "billing-l1") @Nullable String group,
            @Schema(minimum = "1", maximum = "86400") @Nullable Integer intervalSeconds) {}
}
