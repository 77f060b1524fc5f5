package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.schedule.Planning;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// One person's plan of one day.
@RestController
@RequestMapping(ApiRequests.BASE + "/agents/{externalId}/schedule/{date}")
@Tag(name = "Schedule", description = "What people are planned to do")
class ScheduleController {

    private final Planning planning;
    private final Access access;

    ScheduleController(Planning planning, Access access) {
        this.planning = planning;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(
            operationId = "getSchedule",
            summary = "Read a day",
            description = "The current version, also as ETag.")
    ResponseEntity<PlanAnswer> get(@PathVariable String externalId, @PathVariable LocalDate date) {
        return planning.plan(externalId, date, access.scope(Permission.SCHEDULE_VIEW))
                .map(plan -> answer(externalId, plan))
                .orElseThrow(() -> new NotFound("plan", externalId + " on " + date));
    }

    @PutMapping
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "putSchedule",
            summary = "Replace a day",
            description =
                    "One shift, owned by the date wherever its hours fall. Entries may overlap: time"
                            + " off lies over breaks and meetings, those over work; of one kind the later in"
                            + " the list. If-Match guards against overwriting somebody else's change.")
    ResponseEntity<PlanAnswer> put(
            @PathVariable String externalId,
            @PathVariable LocalDate date,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable String ifNoneMatch,
            @RequestBody PlanForm form) {
        var viewer = access.viewer();
        return answer(
                externalId,
                planning.replace(
                        externalId,
                        date,
                        form.read(),
                        form.note(),
                        ETags.expected(ifMatch, ifNoneMatch),
                        viewer.scope(Permission.SCHEDULE_WRITE),
                        viewer.actor()));
    }

    private static ResponseEntity<PlanAnswer> answer(String externalId, DayPlan plan) {
        return ResponseEntity.ok()
                .eTag(ETags.of(plan.version()))
                .body(PlanAnswer.of(externalId, plan));
    }

    /// A day as a program writes it.
    @Schema(name = "PlanForm")
    record PlanForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @Nullable List<@Nullable PlannedForm> activities,
            @Schema(maxLength = 1000) @Nullable String note) {

        List<PlannedActivity> read() {
            var problems = new InvalidInput.Collector();
            if (activities == null) {
                throw InvalidInput.of(
                        "/activities", "The activities are needed; an empty list clears the day.");
            }
            var planned = PlannedForm.read(activities, problems);
            problems.throwIfAny();
            return planned;
        }
    }

    @Schema(name = "PlannedForm")
    record PlannedForm(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "WORK")
                    @Nullable String activity,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant start,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Instant end) {

        /// Entries as they were sent under `/activities`; the bad ones are noted and left out.
        static List<PlannedActivity> read(
                List<@Nullable PlannedForm> activities, InvalidInput.Collector problems) {
            var planned = new ArrayList<PlannedActivity>();
            for (int i = 0; i < activities.size(); i++) {
                read(activities.get(i), "/activities/" + i, planned, problems);
            }
            return planned;
        }

        private static void read(
                @Nullable PlannedForm form,
                String pointer,
                List<PlannedActivity> planned,
                InvalidInput.Collector problems) {
            if (form == null) {
                problems.add(pointer, "An entry is a JSON object.");
                return;
            }
            var activity = form.activity();
            var start = form.start();
            var end = form.end();
            if (activity == null || activity.isBlank()) {
                problems.add(pointer + "/activity", "The activity is needed, such as WORK.");
            }
            if (start == null) {
                problems.add(
                        pointer + "/start",
                        "The start is needed, with an offset, such as " + Rfc3339.EXAMPLE + ".");
            }
            if (end == null) {
                problems.add(
                        pointer + "/end",
                        "The end is needed, with an offset, such as " + Rfc3339.EXAMPLE + ".");
            }
            if (start == null || end == null) {
                return;
            }
            if (!end.isAfter(start)) {
                problems.add(pointer + "/end", "The end lies after the start.");
            } else if (activity != null && !activity.isBlank()) {
                planned.add(new PlannedActivity(activity, TimeSpan.of(start, end)));
            }
        }
    }

    /// A day as it is kept.
    ///
    /// @param version counts the changes; the ETag
    @Schema(name = "Plan")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PlanAnswer(
            String agent,
            LocalDate date,
            int version,
            List<PlannedAnswer> activities,
            @Nullable String note,
            Instant changedAt,
            String changedBy) {

        static PlanAnswer of(String externalId, DayPlan plan) {
            return new PlanAnswer(
                    externalId,
                    plan.date(),
                    plan.version(),
                    plan.activities().stream().map(PlannedAnswer::of).toList(),
                    plan.note(),
                    plan.changedAt(),
                    plan.changedBy());
        }
    }

    @Schema(name = "Planned")
    record PlannedAnswer(String activity, Instant start, Instant end) {

        static PlannedAnswer of(PlannedActivity planned) {
            return new PlannedAnswer(
                    planned.activity(), planned.span().start(), planned.span().end());
        }
    }
}
