package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.attendance.Attendance;
import dev.rollcall.attendance.PersonAttendance;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One person's attendance, day by day, with what each was read from.
@RestController
@RequestMapping(ApiRequests.BASE + "/agents/{externalId}/attendance")
@Tag(name = "Attendance")
class AttendanceDaysController {

    private final Attendance attendance;
    private final Whom whom;
    private final Access access;

    AttendanceDaysController(Attendance attendance, Whom whom, Access access) {
        this.attendance = attendance;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.PRESENCE_READ)
    @Operation(
            operationId = "getAttendance",
            summary = "Read somebody's attendance day by day",
            description =
                    "Days on which nothing was planned and nothing happened are left out. At most 92"
                            + " days at a time. The look is written into the audit log.")
    ResponseEntity<Page<DayAnswer>> get(
            @PathVariable String externalId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = Page.DEFAULT) int limit,
            @RequestParam(required = false) @Nullable String after) {
        var scope = access.scope(Permission.PRESENCE_VIEW);
        var agent = whom.agent(externalId, scope);
        var person =
                attendance
                        .person(agent.id(), from, to, scope)
                        .orElseThrow(() -> new NotFound("agent", externalId));
        return Page.of(person.days(), day -> "" + day.day().date(), DayAnswer::of, limit, after);
    }

    /// @param firstIn when they came, null: they did not
    /// @param lastOut when they left for the last time, null: they have not, or were never in
    /// @param corrected how many approved corrections touch the day
    /// @param segments what the day was read from, cut to it; the last may go on
    @Schema(name = "AttendanceDay")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DayAnswer(
            LocalDate date,
            @Nullable Instant firstIn,
            @Nullable Instant lastOut,
            long workedSeconds,
            boolean absent,
            boolean missingClockOut,
            int corrected,
            List<SegmentAnswer> segments) {

        static DayAnswer of(PersonAttendance.Day read) {
            var day = read.day();
            return new DayAnswer(
                    day.date(),
                    day.firstIn(),
                    day.lastOut(),
                    FiguresAnswer.seconds(day.total().worked()),
                    day.absent(),
                    day.missingClockOut(),
                    read.corrected(),
                    read.segments().stream().map(SegmentAnswer::of).toList());
        }
    }

    /// @param end null while it goes on
    /// @param corrected whether it was corrected after the fact
    /// @param correction the id of that correction, null: none
    @Schema(name = "AttendanceSegment")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SegmentAnswer(
            Instant start,
            @Nullable Instant end,
            String presence,
            @Nullable String source,
            @Nullable String changedBy,
            boolean corrected,
            @Nullable Long correction) {

        static SegmentAnswer of(PresenceSegment segment) {
            var id = segment.eventId();
            return new SegmentAnswer(
                    segment.start(),
                    segment.end(),
                    segment.state().toString(),
                    segment.source(),
                    segment.changedBy(),
                    segment.isCorrected(),
                    segment.isCorrected() && id != null && id.matches("[0-9]{1,18}")
                            ? Long.valueOf(id)
                            : null);
        }
    }
}
