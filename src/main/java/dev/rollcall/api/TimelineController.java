package dev.rollcall.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.adherence.Adherence;
import dev.rollcall.adherence.PersonTimeline;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.schedule.Category;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.TokenScope;
import dev.rollcall.shared.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One person's working day in full.
@RestController
@RequestMapping(ApiRequests.BASE + "/agents/{externalId}/timeline")
@Tag(name = "Adherence")
class TimelineController {

    private final Adherence adherence;
    private final Whom whom;
    private final Access access;

    TimelineController(Adherence adherence, Whom whom, Access access) {
        this.adherence = adherence;
        this.whom = whom;
        this.access = access;
    }

    @GetMapping
    @NeedsScope(TokenScope.ADHERENCE_READ)
    @Operation(
            operationId = "getTimeline",
            summary = "Read a day in full",
            description =
                    "What was planned, what was done, and how it was judged. Without a date: the"
                            + " working day the person is in. The look is written into the audit log.")
    TimelineAnswer get(
            @PathVariable String externalId,
            @RequestParam(required = false) @Nullable LocalDate date) {
        var scope = access.scope(Permission.ADHERENCE_VIEW);
        var agent = whom.agent(externalId, scope);
        return adherence
                .timeline(agent.id(), date, scope)
                .map(TimelineAnswer::of)
                .orElseThrow(() -> new NotFound("agent", externalId));
    }

    /// @param from where the working day begins
    /// @param to where it ends
    /// @param asOf up to when it was judged
    /// @param presence as reported, whole segments
    /// @param judged the same cut to the day, with the verdict
    /// @param planVersion 0: nothing was planned
    /// @param ruleVersion names the settings it was judged by
    @Schema(name = "Timeline")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TimelineAnswer(
            String agent,
            String name,
            LocalDate date,
            String zone,
            Instant from,
            Instant to,
            Instant asOf,
            List<ScheduledAnswer> schedule,
            List<PresenceAnswer> presence,
            List<JudgedAnswer> judged,
            List<FiguresAnswer.Run> deviations,
            long scheduledSeconds,
            long neutralSeconds,
            long unmappedSeconds,
            long unscheduledWorkSeconds,
            FiguresAnswer.Figure raw,
            FiguresAnswer.Figure tolerated,
            FiguresAnswer.Figure score,
            @Nullable BigDecimal conformancePercent,
            long changedAfterwardsSeconds,
            boolean plannedAfterwards,
            BigDecimal targetPercent,
            int planVersion,
            String ruleVersion) {

        static TimelineAnswer of(PersonTimeline day) {
            var found = day.assessment();
            return new TimelineAnswer(
                    day.agent().externalId(),
                    day.agent().name(),
                    day.date(),
                    day.agent().zone().getId(),
                    day.period().start(),
                    day.period().end(),
                    day.asOf(),
                    day.schedule().stream()
                            .map(piece ->
                                    new ScheduledAnswer(
                                            piece.activity(),
                                            piece.category(),
                                            piece.start(),
                                            piece.end()))
                            .toList(),
                    day.presence().stream().map(PresenceAnswer::of).toList(),
                    day.actual().stream()
                            .map(span ->
                                    new JudgedAnswer(
                                            span.start(),
                                            span.end(),
                                            span.presence(),
                                            span.judgement()))
                            .toList(),
                    found.deviations().stream().map(FiguresAnswer.Run::of).toList(),
                    FiguresAnswer.seconds(found.scheduled()),
                    FiguresAnswer.seconds(found.neutral()),
                    FiguresAnswer.seconds(found.unmapped()),
                    FiguresAnswer.seconds(found.unscheduledWork()),
                    FiguresAnswer.Figure.of(found.raw()),
                    FiguresAnswer.Figure.of(found.tolerated()),
                    FiguresAnswer.Figure.of(found.score()),
                    FiguresAnswer.percent(found.conformance()),
                    FiguresAnswer.seconds(day.afterwards().changed()),
                    day.afterwards().daysPlanned() > 0,
                    day.rules().targetPercent(),
                    day.planVersion(),
                    day.rules().version());
        }
    }

    @Schema(name = "ScheduledPiece")
    record ScheduledAnswer(String activity, Category category, Instant start, Instant end) {}

    /// @param end null while it goes on
    /// @param source who reported it
    /// @param changedBy who set it, when it was not a feed
    /// @param automatic whether work or a silent feed brought it about
    /// @param corrected whether it was corrected after the fact; left out when it was not
    @Schema(name = "PresenceSegment")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PresenceAnswer(
            Instant start,
            @Nullable Instant end,
            String presence,
            @Nullable String source,
            @Nullable String changedBy,
            boolean automatic,
            boolean onCall,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean corrected) {

        static PresenceAnswer of(PresenceSegment segment) {
            return new PresenceAnswer(
                    segment.start(),
                    segment.end(),
                    segment.state().toString(),
                    segment.source(),
                    segment.changedBy(),
                    segment.automatic(),
                    segment.onCall(),
                    segment.isCorrected());
        }
    }

    @Schema(name = "JudgedSpan")
    record JudgedAnswer(Instant start, Instant end, String presence, Judgement judgement) {}
}
