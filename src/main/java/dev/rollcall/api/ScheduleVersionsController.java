package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.schedule.PlanDifference;
import dev.rollcall.schedule.Planning;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The versions of one person's plan of one day.
@RestController
@RequestMapping(ApiRequests.BASE + "/agents/{externalId}/schedule/{date}/versions")
@Tag(name = "Schedule")
class ScheduleVersionsController {

    private final Planning planning;
    private final Access access;

    ScheduleVersionsController(Planning planning, Access access) {
        this.planning = planning;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(
            operationId = "listScheduleVersions",
            summary = "List the versions of a day",
            description =
                    "Every version, the newest first, with who wrote it when and what it changed"
                            + " against the one before.")
    Page<VersionAnswer> list(@PathVariable String externalId, @PathVariable LocalDate date) {
        return new Page<>(
                planning.versions(externalId, date, access.scope(Permission.SCHEDULE_VIEW)).stream()
                        .map(version -> VersionAnswer.of(externalId, version))
                        .toList(),
                null);
    }

    @PostMapping("/{version}/restore")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "restoreScheduleVersion",
            summary = "Restore a version of a day",
            description =
                    "Writes a new version that says what the old one said. If-Match guards against"
                            + " overwriting somebody else's change.")
    ResponseEntity<ScheduleController.PlanAnswer> restore(
            @PathVariable String externalId,
            @PathVariable LocalDate date,
            @PathVariable int version,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        var viewer = access.viewer();
        var restored =
                planning.restore(
                        externalId,
                        date,
                        version,
                        ETags.expected(ifMatch, null),
                        viewer.scope(Permission.SCHEDULE_WRITE),
                        viewer.actor());
        return ResponseEntity.ok()
                .eTag(ETags.of(restored.version()))
                .body(ScheduleController.PlanAnswer.of(externalId, restored));
    }

    /// A version and what it changed.
    @Schema(name = "PlanVersion")
    record VersionAnswer(ScheduleController.PlanAnswer plan, List<ChangeAnswer> changes) {

        static VersionAnswer of(String externalId, Planning.Version version) {
            return new VersionAnswer(
                    ScheduleController.PlanAnswer.of(externalId, version.plan()),
                    version.changes().stream().map(ChangeAnswer::of).toList());
        }
    }

    /// @param activity of the entry that changed; not there for a note
    /// @param start of what was added or removed; of what was moved, as it is now
    /// @param startBefore of what was moved, as it was
    @Schema(name = "PlanChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeAnswer(
            PlanDifference.Kind kind,
            @Nullable String activity,
            @Nullable Instant start,
            @Nullable Instant end,
            @Nullable Instant startBefore,
            @Nullable Instant endBefore) {

        static ChangeAnswer of(PlanDifference.Change change) {
            var after = change.after();
            var before = change.before();
            var shown = after == null ? before : after;
            boolean moved = change.kind() == PlanDifference.Kind.MOVED;
            return new ChangeAnswer(
                    change.kind(),
                    change.activity().isEmpty() ? null : change.activity(),
                    shown == null ? null : shown.start(),
                    shown == null ? null : shown.end(),
                    moved && before != null ? before.start() : null,
                    moved && before != null ? before.end() : null);
        }
    }
}
