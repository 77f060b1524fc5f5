package dev.rollcall.api;

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

    private final ScheduleImport schedules;
    private final Access access;

    ScheduleImportController(ScheduleImport schedules, Access access) {
        this.schedules = schedules;
        this.access = access;
    }

    @PostMapping(consumes = "text/csv")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "importSchedules",
            summary = "Import days from a file",
            description =
                    "CSV in UTF-8 with the header agent,date,activity,start,end. Times are local to"
                            + " the agent's zone; an end at or before its start means the next day, and so"
                            + " does a start before the first start of that agent and date in the file. Of an"
                            + " ambiguous local time the first counts; a local time that does not exist is an"
                            + " error of its line. A day in the file replaces that day. All or nothing unless"
                            + " partial.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @Schema(
                                            type = "string",
                                            example =
                                                    "agent,date,activity,start,end\n"
                                                            + "agent-017,2026-03-02,WORK,08:00,16:00\n")))
    ResponseEntity<Object> post(
            @RequestParam(defaultValue = "csv")
                    @Schema(allowableValues = "csv", defaultValue = "csv")
                    String format,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false)
                    @Nullable String contentType,
            @RequestBody byte[] body) {
        if (!format.equals("csv")) {
            throw InvalidInput.of("/format", "The format is csv.");
        }
        var viewer = access.viewer();
        var report =
                schedules.importCsv(
                        new String(body, charset(contentType)),
                        partial,
                        dryRun,
                        viewer.scope(Permission.SCHEDULE_WRITE),
                        viewer.actor());
        var rejected =
                report.rejected().stream()
                        .map(line -> new RejectedLine(line.line(), line.detail()))
                        .toList();
        if (!rejected.isEmpty() && !partial && !dryRun) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                    .body(refusal(rejected));
        }
        return ResponseEntity.ok(
                new ImportAnswer(report.imported(), report.days().size(), rejected));
    }

    private static Problem refusal(List<RejectedLine> rejected) {
        var first = rejected.getFirst();
        return Fault.BAD_LINES
                .problem(
                        "Nothing was imported. Line "
                                + first.line()
                                + ": "
                                + first.detail()
                                + (rejected.size() == 1
                                        ? ""
                                        : " And " + (rejected.size() - 1) + " more."))
                .withErrors(
                        rejected.stream()
                                .map(line ->
                                        new Problem.FieldError(
                                                "/lines/" + line.line(), line.detail()))
                                .toList())
                .with(Map.of("imported", 0, "days", 0, "rejected", rejected));
    }

    private static Charset charset(@Nullable String contentType) {
        if (contentType == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            var charset = MimeTypeUtils.parseMimeType(contentType).getCharset();
            return charset == null ? StandardCharsets.UTF_8 : charset;
        } catch (InvalidMimeTypeException e) {
            throw InvalidInput.of("/Content-Type", "Send the file as text/csv;charset=utf-8.");
        }
    }

    /// What became of a file; in a dry run, what its good lines would bring.
    ///
    /// @param imported how many lines
    /// @param days how many days of how ever many people
    @Schema(name = "ImportAnswer")
    record ImportAnswer(int imported, int days, List<RejectedLine> rejected) {}

    /// @param line counted from 1; the header is line 1
    @Schema(name = "RejectedLine")
    record RejectedLine(long line, String detail) {}
}
