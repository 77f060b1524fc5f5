package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.api.PatternAnswer.RecurrenceAnswer;
import dev.rollcall.api.PatternAnswer.SignAnswer;
import dev.rollcall.reports.PersonReport;
import dev.rollcall.reports.PersonReports;
import dev.rollcall.reports.TeamPatterns;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What recurs in people's weeks, and signs of strain. Each answer is a look at somebody's detail.
@RestController
@RequestMapping(ApiRequests.BASE)
@Tag(name = "Reports")
class PatternsController {

    private final PersonReports persons;
    private final TeamPatterns team;
    private final Whom whom;
    private final Access access;

    PatternsController(PersonReports persons, TeamPatterns team, Whom whom, Access access) {
        this.persons = persons;
        this.team = team;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping("/agents/{externalId}/adherence-patterns")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "getAdherencePatterns",
            summary = "Read what recurs in a person's weeks",
            description =
                    "The thirteen weeks up to yesterday: whether it recurs or is isolated, where in"
                            + " the week, week by week, and signs of strain in the last four weeks. A"
                            + " look at somebody's detail, and written down as one.")
    PatternsAnswer patterns(@PathVariable String externalId) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        var agent = whom.agent(externalId, scope);
        return persons.person(agent.id(), scope)
                .map(PatternsAnswer::of)
                .orElseThrow(() -> new NotFound("agent", externalId));
    }

    @GetMapping("/reports/strain")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "reportStrain",
            summary = "Find signs of strain",
            description =
                    "Who may be working too much, and what was counted: a reason to talk, never a"
                            + " diagnosis. Most signs first. At most 92 days at a time. A look at the"
                            + " detail of each person named, and written down as one.")
    List<StrainedAnswer> strain(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String unit) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        return team.strained(from, to, unit == null ? null : whom.unit(unit, scope), scope).stream()
                .map(each ->
                        new StrainedAnswer(
                                each.agent().externalId(),
                                each.signs().stream().map(SignAnswer::of).toList()))
                .toList();
    }

    /// @param from the first day, a Monday
    /// @param to the last day: yesterday
    /// @param weeks each of them, also those nothing was planned in
    /// @param strainFrom the first day the signs look at
    @Schema(name = "AdherencePatterns")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PatternsAnswer(
            String agent,
            LocalDate from,
            LocalDate to,
            TotalsAnswer total,
            BigDecimal targetPercent,
            List<WeekAnswer> weeks,
            RecurrenceAnswer recurrence,
            LocalDate strainFrom,
            List<SignAnswer> strain) {

        static PatternsAnswer of(PersonReport report) {
            return new PatternsAnswer(
                    report.agent().externalId(),
                    report.from(),
                    report.to(),
                    TotalsAnswer.of(report.total()),
                    report.target(),
                    report.weeks().entrySet().stream()
                            .map(week ->
                                    new WeekAnswer(week.getKey(), TotalsAnswer.of(week.getValue())))
                            .toList(),
                    RecurrenceAnswer.of(report.recurrence()),
                    report.strainFrom(),
                    report.strains().stream().map(SignAnswer::of).toList());
        }
    }

    /// @param week its Monday
    @Schema(name = "PatternWeek")
    record WeekAnswer(LocalDate week, TotalsAnswer totals) {}

    @Schema(name = "Strained")
    record StrainedAnswer(String agent, List<SignAnswer> signs) {}
}
