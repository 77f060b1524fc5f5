package dev.rollcall.api;

import dev.rollcall.schedule.PlanExport;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Plans of many people as a file.
@RestController
@RequestMapping(ApiRequests.BASE + "/schedules/exports")
@Tag(name = "Schedule")
class ScheduleExportController {

    private final PlanExport plans;
    private final Whom whom;
    private final Access access;

    ScheduleExportController(PlanExport plans, Whom whom, Access access) {
        this.plans = plans;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.SCHEDULE_READ)
    @Operation(
            operationId = "exportSchedules",
            summary = "Export days as a file",
            description =
                    "The plans of the days from one date to another, both included: of everybody in"
                            + " the token's units, of a unit and those below it, or of one agent. csv"
                            + " and ics can be imported again to the same plans; where entries of one"
                            + " layer overlap, what is covered is cut away. json has each day as the"
                            + " address of a single day answers it. At most 92 days and 50,000 days of"
                            + " people at a time.")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                        mediaType =
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/calendar", schema = @Schema(type = "string")),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = PlansAnswer.class))
            })
    ResponseEntity<Object> get(
            @RequestParam(defaultValue = "json")
                    @Schema(
                            allowableValues = {"csv", "xlsx", "ics", "json"},
                            defaultValue = "json")
                    String format,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agent)
            throws IOException {
        if (unit != null && agent != null) {
            throw InvalidInput.of("/agent", "Ask for a unit or for an agent, not for both.");
        }
        var scope = access.scope(Permission.SCHEDULE_VIEW);
        var wanted =
                new PlanExport.Wanted(
                        from,
                        to,
                        unit == null ? null : whom.unit(unit, scope),
                        agent == null ? null : whom.agent(agent, scope).id());
        if (format.equals("json")) {
            return ResponseEntity.ok(
                    new PlansAnswer(
                            plans.plans(wanted, scope).stream()
                                    .flatMap(person ->
                                            person.days().stream()
                                                    .map(day ->
                                                            ScheduleController.PlanAnswer.of(
                                                                    person.agent().externalId(),
                                                                    day)))
                                    .toList()));
        }
        var kind = kind(format);
        var file = new ByteArrayOutputStream();
        plans.write(wanted, kind, scope, file);
        var name = "plans-" + from + "-" + to + "." + kind.name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok()
                .contentType(type(kind))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.toByteArray());
    }

    private static PlanExport.Format kind(String format) {
        return switch (format) {
            case "csv" -> PlanExport.Format.CSV;
            case "xlsx" -> PlanExport.Format.XLSX;
            case "ics" -> PlanExport.Format.ICS;
            default -> throw InvalidInput.of("/format", "The format is csv, xlsx, ics or json.");
        };
    }

    private static MediaType type(PlanExport.Format format) {
        return MediaType.parseMediaType(
                switch (format) {
                    case CSV -> "text/csv;charset=UTF-8";
                    case ICS -> "text/calendar;charset=UTF-8";
                    case XLSX ->
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                });
    }

    /// Days, by name of the person and in order of date.
    @Schema(name = "Plans")
    record PlansAnswer(List<ScheduleController.PlanAnswer> items) {}
}
