package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.AttendanceLine;
import dev.rollcall.attendance.AttendanceQuery;
import dev.rollcall.attendance.AttendanceTotal;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who was there, and when.
@RestController
@RequestMapping(ApiRequests.BASE + "/attendance")
@Tag(name = "Attendance")
class AttendanceController {

    private final Attendance attendance;
    private final Whom whom;
    private final Access access;

    AttendanceController(Attendance attendance, Whom whom, Access access) {
        this.attendance = attendance;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.PRESENCE_READ)
    @Operation(
            operationId = "queryAttendance",
            summary = "Add up attendance",
            description =
                    "Clocked-in time of working days from one date to another, both included and"
                            + " in each person's own zone, by status and reason, up to this"
                            + " moment. At most 92 days at a time.")
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
        var scope = access.scope(Permission.PRESENCE_VIEW);
        var chosen = whom.chosen(unit, agent, scope);
        var query =
                new AttendanceQuery(
                        from,
                        to,
                        chosen.unit(),
                        null,
                        chosen.agent(),
                        "",
                        Whom.groupBy(AttendanceQuery.GroupBy.class, groupBy));
        var lines =
                attendance.report(query, scope).lines().stream()
                        .map(LineAnswer::of)
                        .sorted(Comparator.comparing(LineAnswer::key))
                        .toList();
        return Page.of(lines, LineAnswer::key, line -> line, limit, after);
    }

    /// Attendance of a person, a day or a unit.
    ///
    /// @param firstIn when they came, where it is about one person on one day
    /// @param lastOut when they left, where it is about one person on one day
    /// @param workedSeconds all clocked-in time, breaks included
    /// @param unknownSeconds time for which the feed was silent; not part of what was worked
    /// @param presenceSeconds clocked-in time by status and reason
    /// @param absences days with a shift that is over and at which nobody was seen
    /// @param missingClockOuts days on which somebody was clocked in four hours after the shift
    /// @param corrected how many approved corrections touch the days
    @Schema(name = "AttendanceLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            @Nullable String agent,
            @Nullable LocalDate date,
            @Nullable String unit,
            @Nullable Instant firstIn,
            @Nullable Instant lastOut,
            int days,
            long workedSeconds,
            long activeSeconds,
            long availableSeconds,
            long unavailableSeconds,
            long unknownSeconds,
            SortedMap<String, Long> presenceSeconds,
            int breaks,
            long breakSeconds,
            int lateArrivals,
            long lateSeconds,
            int earlyLeaves,
            long earlySeconds,
            int absences,
            int missingClockOuts,
            int corrected) {

        static LineAnswer of(AttendanceLine line) {
            var agent = line.agent();
            var unit = line.unit();
            var total = line.total();
            return new LineAnswer(
                    agent == null ? null : agent.externalId(),
                    line.date(),
                    unit == null ? null : unit.code(),
                    line.firstIn(),
                    line.lastOut(),
                    total.days(),
                    FiguresAnswer.seconds(total.worked()),
                    FiguresAnswer.seconds(total.in(Base.ACTIVE)),
                    FiguresAnswer.seconds(total.in(Base.AVAILABLE)),
                    FiguresAnswer.seconds(total.in(Base.UNAVAILABLE)),
                    FiguresAnswer.seconds(total.unknown()),
                    spent(total),
                    total.breaks(),
                    FiguresAnswer.seconds(total.breakTime()),
                    total.lateArrivals(),
                    FiguresAnswer.seconds(total.late()),
                    total.earlyLeaves(),
                    FiguresAnswer.seconds(total.early()),
                    total.absences(),
                    total.missingClockOuts(),
                    line.corrected());
        }

        private static SortedMap<String, Long> spent(AttendanceTotal total) {
            var spent = new TreeMap<String, Long>();
            total.spent()
                    .forEach((state, time) ->
                            spent.put(state.toString(), FiguresAnswer.seconds(time)));
            return spent;
        }

        /// What tells the lines of one answer apart.
        String key() {
            return agent != null ? agent : unit != null ? unit : "" + date;
        }
    }
}
