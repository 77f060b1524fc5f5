package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.kit.Csv;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.reports.AdherenceReports;
import dev.rollcall.reports.Away;
import dev.rollcall.reports.HalfHours;
import dev.rollcall.reports.ReportLine;
import dev.rollcall.reports.ReportQuery;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.reports.ScheduleFault;
import dev.rollcall.reports.Shrinkage;
import dev.rollcall.reports.TeamPatterns;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.Percent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What adherence adds up to, for other programs.
@RestController
@RequestMapping(ApiRequests.BASE + "/reports")
@Tag(name = "Reports")
class ReportsController {

    private static final String COLUMNS =
            "key,scheduledSeconds,rawInSeconds,rawOutSeconds,toleratedOutSeconds,scoreOutSeconds,"
                    + "rawPercent,toleratedPercent,scorePercent,conformancePercent,late,early,"
                    + "absent,interrupted,changedAfterwardsSeconds,beforePercent,targetPercent";

    private final AdherenceReports reports;
    private final TeamPatterns team;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    ReportsController(
            AdherenceReports reports,
            TeamPatterns team,
            Directory directory,
            Whom whom,
            Access access) {
        this.reports = reports;
        this.team = team;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping("/adherence")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "reportAdherence",
            summary = "Report adherence",
            description =
                    "Figures of working days from one date to another, both included and in each"
                            + " person's own zone, with how often plans were not kept, beside as many"
                            + " days before; days and weeks beside the same days a week earlier. At"
                            + " most 92 days at a time.")
    ResponseEntity<Page<LineAnswer>> adherence(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "agent")
                    @Schema(
                            allowableValues = {"agent", "unit", "group", "day", "week", "activity"},
                            defaultValue = "agent")
                    String groupBy,
            @RequestParam(defaultValue = Page.EVERYBODY_AT_ONCE) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        return Page.of(
                lines(from, to, unit, agent, group, groupBy),
                ReportLine::key,
                LineAnswer::of,
                limit,
                after);
    }

    @GetMapping("/adherence/exports")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "exportAdherenceReport",
            summary = "Report adherence as a file",
            description = "The same as CSV, all lines at once.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    ResponseEntity<String> adherenceCsv(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = "agent") String groupBy) {
        var text =
                lines(from, to, unit, agent, group, groupBy).stream()
                        .map(LineAnswer::of)
                        .map(LineAnswer::csv)
                        .collect(Collectors.joining("\r\n", COLUMNS + "\r\n", "\r\n"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .body(text);
    }

    private List<ReportLine> lines(
            LocalDate from,
            LocalDate to,
            @Nullable String unit,
            @Nullable String agent,
            @Nullable String group,
            String groupBy) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        var chosen = whom.chosen(unit, agent, scope);
        var by =
                By.of(groupBy)
                        .orElseThrow(() ->
                                InvalidInput.of(
                                        "/groupBy",
                                        "Group by agent, unit, group, day, week or activity."));
        var query =
                new ReportQuery(
                        from,
                        to,
                        chosen.unit(),
                        group == null ? null : whom.group(group, scope).id(),
                        chosen.agent(),
                        "",
                        by);
        return reports.report(query, scope).lines().stream()
                .sorted(Comparator.comparing(ReportLine::key))
                .toList();
    }

    @GetMapping("/shrinkage")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "reportShrinkage",
            summary = "Report shrinkage",
            description =
                    "How much of the scheduled time was not there for customers: planned is what"
                            + " the plan takes away, unplanned is planned work that was not done,"
                            + " nothing forgiven. At most 92 days at a time.")
    ShrinkageAnswer shrinkage(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String unit) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        return ShrinkageAnswer.of(
                team.shrinkage(from, to, unit == null ? null : whom.unit(unit, scope), scope));
    }

    @GetMapping("/schedule-faults")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "reportScheduleFaults",
            summary = "Find where the plan is at fault",
            description =
                    "Weekdays and half hours of a unit's plan at which at least five people did"
                            + " something else, on at least three dates and on at least half of the"
                            + " days planned there. At most 92 days at a time.")
    List<FaultAnswer> faults(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String unit) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        return team.faults(from, to, unit == null ? null : whom.unit(unit, scope), scope).stream()
                .map(fault -> FaultAnswer.of(fault, code(fault.unit())))
                .toList();
    }

    private String code(UnitId unit) {
        return directory.unit(unit).map(Unit::code).orElse("");
    }

    /// What belongs to one person, unit, group, day, week or activity.
    ///
    /// @param key the person's external id, a code, a date, or a week's Monday
    /// @param late how often something began late, as far as it counts after grace and excuses
    /// @param beforePercent the score in as many days right before, of a day or a week in the same
    ///   days a week earlier; null where nothing counted
    /// @param targetPercent null where more than one target holds
    @Schema(name = "ReportLine")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record LineAnswer(
            String key,
            long scheduledSeconds,
            FiguresAnswer.Figure raw,
            FiguresAnswer.Figure tolerated,
            FiguresAnswer.Figure score,
            @Nullable BigDecimal conformancePercent,
            int late,
            int early,
            int absent,
            int interrupted,
            long changedAfterwardsSeconds,
            @Nullable BigDecimal beforePercent,
            @Nullable BigDecimal targetPercent) {

        static LineAnswer of(ReportLine line) {
            var totals = line.totals();
            var figures = totals.figures();
            var before = line.before();
            return new LineAnswer(
                    line.key(),
                    FiguresAnswer.seconds(figures.scheduled()),
                    FiguresAnswer.Figure.of(figures.raw()),
                    FiguresAnswer.Figure.of(figures.tolerated()),
                    FiguresAnswer.Figure.of(figures.score()),
                    FiguresAnswer.percent(figures.conformance()),
                    totals.edges().late(),
                    totals.edges().early(),
                    totals.edges().absent(),
                    totals.edges().middle(),
                    FiguresAnswer.seconds(figures.afterwards().changed()),
                    before == null
                            ? null
                            : FiguresAnswer.percent(before.figures().score().percent()),
                    line.target());
        }

        String csv() {
            return Csv.line(
                    List.of(
                            key,
                            "" + scheduledSeconds,
                            "" + raw.inSeconds(),
                            "" + raw.outSeconds(),
                            "" + tolerated.outSeconds(),
                            "" + score.outSeconds(),
                            text(raw.percent()),
                            text(tolerated.percent()),
                            text(score.percent()),
                            text(conformancePercent),
                            "" + late,
                            "" + early,
                            "" + absent,
                            "" + interrupted,
                            "" + changedAfterwardsSeconds,
                            text(beforePercent),
                            text(targetPercent)));
        }

        private static String text(@Nullable BigDecimal number) {
            return number == null ? "" : number.toPlainString();
        }
    }

    /// @param notDone what is unplanned, by where in the planned work
    /// @param parts by activity, the largest first
    @Schema(name = "Shrinkage")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ShrinkageAnswer(
            long scheduledSeconds,
            long plannedSeconds,
            long unplannedSeconds,
            @Nullable BigDecimal plannedPercent,
            @Nullable BigDecimal unplannedPercent,
            @Nullable BigDecimal percent,
            NotDoneAnswer notDone,
            List<PartAnswer> parts) {

        static ShrinkageAnswer of(Shrinkage found) {
            return new ShrinkageAnswer(
                    FiguresAnswer.seconds(found.scheduled()),
                    FiguresAnswer.seconds(found.planned()),
                    FiguresAnswer.seconds(found.unplanned()),
                    share(found, found.planned()),
                    share(found, found.unplanned()),
                    share(found, found.total()),
                    NotDoneAnswer.of(found.notDone()),
                    found.parts().stream()
                            .map(part ->
                                    new PartAnswer(
                                            part.activity(),
                                            part.category().name(),
                                            part.isPlanned(),
                                            FiguresAnswer.seconds(part.time()),
                                            share(found, part.time())))
                            .toList());
        }

        private static @Nullable BigDecimal share(Shrinkage found, Duration part) {
            Optional<Percent> share = found.share(part);
            return FiguresAnswer.percent(share);
        }
    }

    /// @param lateSeconds before people came to it
    /// @param earlySeconds after they left it
    /// @param absentSeconds all of it
    /// @param interruptedSeconds in between
    @Schema(name = "ShrinkageNotDone")
    record NotDoneAnswer(
            long lateSeconds, long earlySeconds, long absentSeconds, long interruptedSeconds) {

        static NotDoneAnswer of(Away away) {
            return new NotDoneAnswer(
                    FiguresAnswer.seconds(away.late()),
                    FiguresAnswer.seconds(away.early()),
                    FiguresAnswer.seconds(away.absent()),
                    FiguresAnswer.seconds(away.middle()));
        }
    }

    /// @param planned whether the plan took it away; otherwise it is work that was not done
    @Schema(name = "ShrinkagePart")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PartAnswer(
            String activity,
            String category,
            boolean planned,
            long seconds,
            @Nullable BigDecimal percent) {}

    /// @param at the half hour it begins in, of the clock on each person's wall
    /// @param activity what was planned there
    /// @param about what was not done as planned, or what came before and went on
    /// @param people how many people left the plan there
    /// @param days how many days of people that was
    /// @param planned how many days of people were planned there
    @Schema(name = "ScheduleFault")
    record FaultAnswer(
            String unit,
            DayOfWeek weekday,
            @Schema(type = "string", example = "12:30") LocalTime at,
            String activity,
            String way,
            String about,
            int people,
            int days,
            int planned,
            int dates) {

        static FaultAnswer of(ScheduleFault fault, String unit) {
            return new FaultAnswer(
                    unit,
                    fault.weekday(),
                    HalfHours.start(fault.halfHour()),
                    fault.activity(),
                    fault.way().name(),
                    fault.about(),
                    fault.people(),
                    fault.days(),
                    fault.of(),
                    fault.dates());
        }
    }
}
