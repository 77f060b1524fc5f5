package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.Figures;
import dev.rollcall.adherence.FiguresLine;
import dev.rollcall.adherence.FiguresQuery;
import dev.rollcall.adherence.LiveBoard;
import dev.rollcall.adherence.Retrospect;
import dev.rollcall.adherence.engine.Deviation;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How people stand now, and how they did over days.
@RestController
@RequestMapping(ApiRequests.BASE + "/adherence")
@Tag(name = "Adherence")
class AdherenceController {

    private final Adherence adherence;
    private final LiveBoard board;
    private final Retrospect retrospect;
    private final Directory directory;
    private final Whom whom;
    private final Access access;

    AdherenceController(
            Adherence adherence,
            LiveBoard board,
            Retrospect retrospect,
            Directory directory,
            Whom whom,
            Access access) {
        this.adherence = adherence;
        this.board = board;
        this.retrospect = retrospect;
        this.directory = directory;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping("/current")
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "getCurrentAdherence",
            summary = "See how everybody stands",
            description =
                    "One row a person, by external id. With a unit: those at home in it or below"
                            + " it, and those who work there now. With knownAt: how everybody stood"
                            + " at a moment that is over, by what was known then.")
    ResponseEntity<Page<CurrentAnswer>> current(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(defaultValue = Page.EVERYBODY_AT_ONCE) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        var units = unit == null ? null : directory.withDescendants(whom.unit(unit, scope));
        var rows =
                (knownAt == null ? board.rows(scope) : retrospect.board(knownAt, scope))
                        .stream()
                                .filter(row -> units == null || isIn(units, row))
                                .sorted(Comparator.comparing(row -> row.agent().externalId()))
                                .toList();
        return Page.of(rows, row -> row.agent().externalId(), this::current, limit, after);
    }

    private static boolean isIn(Set<UnitId> units, BoardRow row) {
        var current = row.currentUnit();
        return units.contains(row.agent().unit()) || (current != null && units.contains(current));
    }

    private CurrentAnswer current(BoardRow row) {
        var live = row.live();
        var piece = live == null ? null : live.scheduled();
        return new CurrentAnswer(
                row.agent().externalId(),
                row.agent().name(),
                code(row.agent().unit()),
                row.currentUnit() == null ? null : code(row.currentUnit()),
                row.date(),
                live == null ? null : live.state(),
                live == null ? null : live.since(),
                live == null ? null : live.validUntil(),
                piece == null ? null : piece.activity(),
                live == null ? null : live.presence(),
                row.presenceSince(),
                live == null ? null : live.impact(),
                row.onCall(),
                FiguresAnswer.Figure.of(row.figures().raw()),
                FiguresAnswer.Figure.of(row.figures().tolerated()),
                FiguresAnswer.Figure.of(row.figures().score()),
                row.targetPercent());
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "queryAdherence",
            summary = "Add up figures",
            description =
                    "Seconds of working days from one date to another, both included, and the"
                            + " percentages of the sums. At most 400 days at a time.")
    ResponseEntity<Page<LineAnswer>> query(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(defaultValue = "agent")
                    @Schema(
                            allowableValues = {"agent", "day", "unit"},
                            defaultValue = "agent")
                    String groupBy,
            @RequestParam(defaultValue = Page.EVERYBODY_AT_ONCE) int limit,
            @RequestParam(required = false) @Nullable String after) {
        Page.check(limit);
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        var chosen = whom.chosen(unit, agent, scope);
        var query =
                new FiguresQuery(
                        from,
                        to,
                        chosen.unit(),
                        chosen.agent(),
                        Whom.groupBy(FiguresQuery.GroupBy.class, groupBy));
        var lines =
                adherence.figures(query, scope).stream()
                        .map(this::line)
                        .sorted(Comparator.comparing(LineAnswer::key))
                        .toList();
        return Page.of(lines, LineAnswer::key, line -> line, limit, after);
    }

    private LineAnswer line(FiguresLine line) {
        var agent = line.agent();
        var unit = line.unit();
        var figures = line.figures();
        return new LineAnswer(
                agent == null ? null : directory.agent(agent).map(Agent::externalId).orElse(""),
                line.date(),
                unit == null ? null : code(unit),
                FiguresAnswer.seconds(figures.scheduled()),
                FiguresAnswer.seconds(figures.neutral()),
                FiguresAnswer.seconds(figures.unmapped()),
                FiguresAnswer.seconds(figures.unscheduledWork()),
                FiguresAnswer.Figure.of(figures.raw()),
                FiguresAnswer.Figure.of(figures.tolerated()),
                FiguresAnswer.Figure.of(figures.score()),
                conformance(figures),
                figures.deviations(),
                FiguresAnswer.seconds(figures.afterwards().changed()),
                figures.afterwards().daysPlanned());
    }

    private static @Nullable BigDecimal conformance(Figures figures) {
        return FiguresAnswer.percent(figures.conformance());
    }

    private String code(UnitId unit) {
        return directory.unit(unit).map(Unit::code).orElse("");
    }

    /// How one person stands.
    ///
    /// @param unit the home unit
    /// @param currentUnit where they work now, null when it is the home unit or unknown
    /// @param state null when the working day has not begun or is over
    /// @param since when this state began
    /// @param validUntil when it changes by itself if no event comes
    /// @param activity what is scheduled now, null: nothing
    @Schema(name = "CurrentAdherence")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CurrentAnswer(
            String agent,
            String name,
            String unit,
            @Nullable String currentUnit,
            LocalDate date,
            LiveState.@Nullable State state,
            @Nullable Instant since,
            @Nullable Instant validUntil,
            @Nullable String activity,
            @Nullable String presence,
            @Nullable Instant presenceSince,
            Deviation.@Nullable Impact impact,
            boolean onCall,
            FiguresAnswer.Figure raw,
            FiguresAnswer.Figure tolerated,
            FiguresAnswer.Figure score,
            BigDecimal targetPercent) {}

    /// Figures of a person, a day or a unit.
    ///
    /// @param changedAfterwardsSeconds how much of this is judged otherwise than by what was known
    ///   when its days ended
    /// @param daysPlannedAfterwards how many of the days nobody had planned before they ended
    @Schema(name = "AdherenceLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            @Nullable String agent,
            @Nullable LocalDate date,
            @Nullable String unit,
            long scheduledSeconds,
            long neutralSeconds,
            long unmappedSeconds,
            long unscheduledWorkSeconds,
            FiguresAnswer.Figure raw,
            FiguresAnswer.Figure tolerated,
            FiguresAnswer.Figure score,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal conformancePercent,
            int deviations,
            long changedAfterwardsSeconds,
            int daysPlannedAfterwards) {

        /// What tells the lines of one answer apart.
        String key() {
            return agent != null ? agent : unit != null ? unit : "" + date;
        }
    }
}
