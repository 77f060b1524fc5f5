package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.schedule.PlanFile;
import dev.rollcall.schedule.ScheduleImport;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Plans of many people from a file.
@RestController
@RequestMapping(ApiRequests.BASE + "/schedules/imports")
@Tag(name = "Schedule")
class ScheduleImportController {

    private static final String DESCRIPTION =
            """
            A day in the file replaces that day. All or nothing unless partial; with dryRun nothing is \
            written and the report is the same. Nobody may be planned twice at one time on one layer, and \
            nothing but time off lasts more than 24 hours.

            **csv** (text/csv, UTF-8), with the header agent,date,activity,start,end. Times are local to the \
            agent's zone; an end at or before its start means the next day, and so does a start before the \
            first start of that agent and date in the file. Of an ambiguous local time the first counts; a \
            local time that does not exist is an error of its line. A start or an end may also be a date and \
            time with an offset.

            **ics** (text/calendar, RFC 5545): every event is an entry. Whose it is: the parameter `agent`, \
            else the property X-ROLLCALL-AGENT with an external id, else each ATTENDEE by e-mail address. \
            What it is: the first of CATEGORIES, else SUMMARY, that is the code or name of an activity; else \
            the parameter `activity`. Its day: the property X-ROLLCALL-DATE, else the date it starts on in \
            the agent's zone, or that of the shift it lies in or joins on to. Time off may last all day and \
            for days. Recurrences repeat by day, week, month or year, at most 1,000 times; those without an \
            end are followed for 366 days from today. TZID names a zone of the IANA database or of Windows; \
            times without a zone are the agent's. What is cancelled is left out.

            **graph** (application/json): what Microsoft Graph answers for the shifts and timesOff of a \
            schedule, as `{"value": […]}` or `{"shifts": […], "timesOff": […]}`. userId is the agent's \
            external id. What was shared counts, drafts and open shifts are errors. A shift is WORK unless \
            its displayName is that of another activity; each activity in it is the one its code or \
            displayName names, else the parameter `activity`. A rejected item is named by a JSON pointer.\
            """;
    private static final String CSV_EXAMPLE =
            "agent,date,activity,start,end\nagent-017,2026-03-02,WORK,08:00,16:00\n";
    private static final String ICS_EXAMPLE =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Example//Planner//EN
            BEGIN:VEVENT
            UID:1@example.org
            DTSTAMP:20260301T120000Z
            X-ROLLCALL-AGENT:agent-017
            CATEGORIES:WORK
            DTSTART;TZID=Europe/Berlin:20260302T080000
            DTEND;TZID=Europe/Berlin:20260302T160000
            END:VEVENT
            END:VCALENDAR
            """;
    private static final String GRAPH_EXAMPLE =
            """
            {"value": [{"userId": "agent-017", "sharedShift": {"displayName": "Day shift",
              "startDateTime": "2026-03-02T07:00:00Z", "endDateTime": "2026-03-02T15:00:00Z",
              "activities": [{"code": "LUNCH", "displayName": "Lunch",
                "startDateTime": "2026-03-02T11:00:00Z", "endDateTime": "2026-03-02T11:30:00Z"}]}}]}
            """;

    private final ScheduleImport schedules;
    private final Access access;

    ScheduleImportController(ScheduleImport schedules, Access access) {
        this.schedules = schedules;
        this.access = access;
    }

    @PostMapping(consumes = {"text/csv", "text/calendar", "application/json"})
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "importSchedules",
            summary = "Import days from a file",
            description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = "string", example = CSV_EXAMPLE)),
                @Content(
                        mediaType = "text/calendar",
                        schema = @Schema(type = "string", example = ICS_EXAMPLE)),
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(type = "object", example = GRAPH_EXAMPLE))
            })
    ResponseEntity<Object> post(
            @RequestParam(defaultValue = "csv")
                    @Schema(
                            allowableValues = {"csv", "ics", "graph"},
                            defaultValue = "csv")
                    String format,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(description = "In a calendar: the one person all of it is about.")
                    @RequestParam(required = false)
                    @Nullable String agent,
            @Parameter(
                            description =
                                    "In a calendar or a list of shifts: what counts where no known"
                                            + " activity is named.",
                            example = "TIME_OFF")
                    @RequestParam(required = false)
                    @Nullable String activity,
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false)
                    @Nullable String contentType,
            @RequestBody byte[] body)
            throws HttpMediaTypeNotSupportedException {
        insistOnType(format, contentType);
        var text = new String(body, charset(contentType));
        var viewer = access.viewer();
        var report =
                schedules.importFile(
                        new PlanFile(format(format), text, agent, activity),
                        partial,
                        dryRun,
                        viewer.scope(Permission.SCHEDULE_WRITE),
                        viewer.actor());
        var rejected = report.rejected().stream().map(RejectedLine::of).toList();
        if (!rejected.isEmpty() && !partial && !dryRun) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                    .body(
                            refusal(
                                    rejected,
                                    Map.of("imported", 0, "days", 0, "rejected", rejected)));
        }
        return ResponseEntity.ok(
                new ImportAnswer(report.imported(), report.days().size(), rejected));
    }

    /// A list of shifts is JSON, and nothing else is.
    private static void insistOnType(String format, @Nullable String contentType)
            throws HttpMediaTypeNotSupportedException {
        var type = contentType == null ? null : MediaType.parseMediaType(contentType);
        if (MediaType.APPLICATION_JSON.isCompatibleWith(type) && !format.equals("graph")) {
            throw new HttpMediaTypeNotSupportedException(
                    type, List.of(new MediaType("text", "csv"), new MediaType("text", "calendar")));
        }
    }

    /// @param counts what was imported: nothing
    static Problem refusal(List<RejectedLine> rejected, Map<String, Object> counts) {
        var first = rejected.getFirst();
        return Fault.BAD_LINES
                .problem(
                        "Nothing was imported. "
                                + first.where()
                                + ": "
                                + first.detail()
                                + (rejected.size() == 1
                                        ? ""
                                        : " And " + (rejected.size() - 1) + " more."))
                .withErrors(
                        rejected.stream()
                                .map(line -> new Problem.FieldError(line.field(), line.detail()))
                                .toList())
                .with(counts);
    }

    private static PlanFile.Format format(String format) {
        return switch (format) {
            case "csv" -> PlanFile.Format.CSV;
            case "ics" -> PlanFile.Format.ICS;
            case "graph" -> PlanFile.Format.GRAPH;
            default -> throw InvalidInput.of("/format", "The format is csv, ics or graph.");
        };
    }

    static Charset charset(@Nullable String contentType) {
        if (contentType == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            var charset = MimeTypeUtils.parseMimeType(contentType).getCharset();
            return charset == null ? StandardCharsets.UTF_8 : charset;
        } catch (InvalidMimeTypeException e) {
            throw InvalidInput.of(
                    "/Content-Type",
                    "Send the file as text/csv;charset=utf-8, text/calendar or application/json.");
        }
    }

    /// What became of a file; in a dry run, what its good lines would bring.
    ///
    /// @param imported how many lines
    /// @param days how many days of how ever many people
    @Schema(name = "ImportAnswer")
    record ImportAnswer(int imported, int days, List<RejectedLine> rejected) {}

    /// @param line counted from 1; the header is line 1. In a list of shifts: the number of the
    ///   item
    /// @param pointer in a list of shifts: to what is wrong
    @Schema(name = "RejectedLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RejectedLine(
            long line,
            @Schema(
                            requiredMode = Schema.RequiredMode.NOT_REQUIRED,
                            example = "/value/0/sharedShift/endDateTime")
                    @Nullable String pointer,
            String detail) {

        static RejectedLine of(ScheduleImport.BadLine line) {
            return new RejectedLine(line.line(), line.pointer(), line.detail());
        }

        private String field() {
            return pointer == null ? "/lines/" + line : pointer;
        }

        private String where() {
            return pointer == null ? "Line " + line : pointer.isEmpty() ? "The file" : pointer;
        }
    }
}
