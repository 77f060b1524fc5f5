package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.api.PatternAnswer.RecurrenceAnswer;
import dev.rollcall.api.PatternAnswer.SignAnswer;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.reports.WeeklyDetail;
import dev.rollcall.reports.WeeklyNote;
import dev.rollcall.reports.WeeklyReport;
import dev.rollcall.reports.WeeklyReports;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The report of each person's week, prepared by itself, with the note for the talk about it.
@RestController
@RequestMapping(ApiRequests.BASE)
@Tag(name = "Reports")
class WeeklyReportsController {

    private final WeeklyReports reports;
    private final Whom whom;
    private final Access access;

    WeeklyReportsController(WeeklyReports reports, Whom whom, Access access) {
        this.reports = reports;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping("/reports/weekly")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "listWeeklyReports",
            summary = "List the weekly reports of a week",
            description =
                    "As they were prepared, an hour after the week was over where each person is. A"
                            + " week is named by its Monday.")
    ResponseEntity<Page<WeekAnswer>> list(
            @RequestParam LocalDate week,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(defaultValue = Page.EVERYBODY_AT_ONCE) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        var chosen = whom.chosen(unit, agent, scope);
        var query = new ReportQuery(week, week, chosen.unit(), null, chosen.agent(), "", By.AGENT);
        return Page.of(
                reports.week(week, query, scope).stream()
                        .sorted(Comparator.comparing(each -> each.agent().externalId()))
                        .toList(),
                each -> each.agent().externalId(),
                WeekAnswer::of,
                limit,
                after);
    }

    @GetMapping("/agents/{externalId}/weekly-reports/{week}")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "getWeeklyReport",
            summary = "Read a weekly report",
            description =
                    "As it was prepared and as it is known now, with the week before, day by day, and"
                            + " what recurs. A look at somebody's detail, and written down as one.")
    ResponseEntity<DetailAnswer> get(
            @PathVariable String externalId, @PathVariable LocalDate week) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        var agent = whom.agent(externalId, scope);
        var detail =
                reports.open(agent.id(), week, scope)
                        .orElseThrow(() -> new NotFound("weekly report", externalId + " " + week));
        return ResponseEntity.ok()
                .eTag(ETags.of(detail.report().noteVersion()))
                .body(DetailAnswer.of(detail));
    }

    @PutMapping("/agents/{externalId}/weekly-reports/{week}/note")
    @NeedsScope(TokenScope.ADHERENCE_WRITE)
    @Operation(
            operationId = "putWeeklyNote",
            summary = "Write the note on somebody's week",
            description =
                    "A new version; those before are kept. The person reads it, too. An empty one"
                            + " takes it back.")
    ResponseEntity<NoteAnswer> note(
            @PathVariable String externalId,
            @PathVariable LocalDate week,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody NoteForm form) {
        var scope = access.scope(Permission.ADHERENCE_WRITE);
        var agent = whom.agent(externalId, scope);
        var text = form.text();
        if (text == null) {
            throw InvalidInput.of("/text", "Write the note; an empty one takes it back.");
        }
        var expected = ETags.expectedLong(ifMatch, null);
        var written =
                reports.note(
                        agent.id(),
                        week,
                        text,
                        expected == null ? null : Math.toIntExact(expected),
                        scope);
        return ResponseEntity.ok().eTag(ETags.of(written.version())).body(NoteAnswer.of(written));
    }

    /// @param week its Monday
    /// @param prepared as it was known then
    /// @param noteVersion counts the versions of the note, 0 while there is none
    @Schema(name = "WeeklyReport")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record WeekAnswer(
            String agent,
            LocalDate week,
            Instant preparedAt,
            TotalsAnswer prepared,
            @Nullable NoteAnswer note,
            int noteVersion) {

        static WeekAnswer of(WeeklyReport report) {
            var note = report.note();
            return new WeekAnswer(
                    report.agent().externalId(),
                    report.monday(),
                    report.preparedAt(),
                    TotalsAnswer.of(report.prepared()),
                    note == null ? null : NoteAnswer.of(note),
                    report.noteVersion());
        }
    }

    /// @param now the same week as it is known today
    /// @param before the week before it
    /// @param days those anything was planned on
    /// @param recurrence of the thirteen weeks up to the week's end
    /// @param strain of the four weeks up to then
    /// @param notes every version, the newest first
    @Schema(name = "WeeklyReportDetail")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DetailAnswer(
            WeekAnswer report,
            TotalsAnswer now,
            TotalsAnswer before,
            BigDecimal targetPercent,
            List<DayAnswer> days,
            RecurrenceAnswer recurrence,
            List<SignAnswer> strain,
            List<NoteAnswer> notes) {

        static DetailAnswer of(WeeklyDetail detail) {
            return new DetailAnswer(
                    WeekAnswer.of(detail.report()),
                    TotalsAnswer.of(detail.now()),
                    TotalsAnswer.of(detail.before()),
                    detail.target(),
                    detail.days().entrySet().stream()
                            .map(day ->
                                    new DayAnswer(day.getKey(), TotalsAnswer.of(day.getValue())))
                            .toList(),
                    RecurrenceAnswer.of(detail.recurrence()),
                    detail.strains().stream().map(SignAnswer::of).toList(),
                    detail.notes().stream().map(NoteAnswer::of).toList());
        }
    }

    @Schema(name = "WeeklyReportDay")
    record DayAnswer(LocalDate date, TotalsAnswer totals) {}

    /// @param text empty: it was taken back
    @Schema(name = "WeeklyNote")
    record NoteAnswer(int version, String text, String writer, Instant at) {

        static NoteAnswer of(WeeklyNote note) {
            return new NoteAnswer(note.version(), note.text(), note.writer(), note.at());
        }
    }

    @Schema(name = "WeeklyNoteForm")
    record NoteForm(
            @Schema(
                            requiredMode = Schema.RequiredMode.REQUIRED,
                            maxLength = WeeklyReports.LONGEST_NOTE)
                    @Nullable String text) {}
}
