package dev.rollcall.api;

import dev.rollcall.demand.VolumeImport;
import dev.rollcall.demand.Volumes.Kind;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Volumes and required heads of many groups from a file.
@RestController
@RequestMapping(ApiRequests.BASE + "/demand/imports")
@Tag(name = "Demand", description = "What comes, what is expected, and the heads that follow")
class DemandImportController {

    private final VolumeImport imports;

    DemandImportController(VolumeImport imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = "text/csv")
    @NeedsScope(TokenScope.SCHEDULE_WRITE)
    @Operation(
            operationId = "importDemand",
            summary = "Import volumes or required heads from a file",
            description =
                    "CSV in UTF-8 with the header group,start,volume,handlingSeconds, or for kind=heads"
                            + " group,start,heads. Starts are local to the zone of the group's unit; a local"
                            + " time that does not exist is an error of its line, and one that exists twice"
                            + " is the first, then the second. A half hour in the file replaces that half"
                            + " hour. All or nothing unless partial.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = DemandImportAnswer.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @Schema(
                                            type = "string",
                                            example =
                                                    "group,start,volume,handlingSeconds\n"
                                                            + "billing,2026-03-02T08:00,96,240\n")))
    ResponseEntity<Object> post(
            @RequestParam(defaultValue = "csv")
                    @Schema(allowableValues = "csv", defaultValue = "csv")
                    String format,
            @RequestParam(defaultValue = "expected")
                    @Schema(
                            allowableValues = {"expected", "arrived", "heads"},
                            defaultValue = "expected")
                    String kind,
            @RequestParam(defaultValue = "false") boolean partial,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Parameter(hidden = true)
                    @RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false)
                    @Nullable String contentType,
            @RequestBody byte[] body) {
        if (!format.equals("csv")) {
            throw InvalidInput.of("/format", "The format is csv.");
        }
        var text = new String(body, ScheduleImportController.charset(contentType));
        var report =
                switch (kind) {
                    case "expected" -> imports.importVolumes(text, Kind.EXPECTED, partial, dryRun);
                    case "arrived" -> imports.importVolumes(text, Kind.ARRIVED, partial, dryRun);
                    case "heads" -> imports.importHeads(text, partial, dryRun);
                    default ->
                            throw InvalidInput.of(
                                    "/kind", "The kind is expected, arrived or heads.");
                };
        var rejected =
                report.rejected().stream()
                        .map(line ->
                                new ScheduleImportController.RejectedLine(
                                        line.line(), null, line.detail()))
                        .toList();
        if (!rejected.isEmpty() && !partial && !dryRun) {
            return ResponseEntity.badRequest()
                    .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                    .body(
                            ScheduleImportController.refusal(
                                    rejected,
                                    Map.of("imported", 0, "groups", 0, "rejected", rejected)));
        }
        return ResponseEntity.ok(
                new DemandImportAnswer(report.imported(), report.groups().size(), rejected));
    }

    /// What became of a file; in a dry run, what its good lines would bring.
    ///
    /// @param imported how many half hours
    /// @param groups of how many groups
    @Schema(name = "DemandImportAnswer")
    record DemandImportAnswer(
            int imported, int groups, List<ScheduleImportController.RejectedLine> rejected) {}
}
