package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.Credit;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One person's working day in full: plan, deeds, deviations and figures, and what they were judged
/// by.
///
/// @param period what belongs to the day
/// @param asOf up to when it was judged
/// @param schedule what is visible of the plan within the period
/// @param presence the segments that overlap the period, uncut
/// @param correctedAt when what was corrected among them came to be so, by the segment's event id
/// @param excuses what is excused in it, overlapping or not
/// @param credits what contacts took of its breaks, and what became of it
/// @param actual the same, judged, cut to the period
/// @param afterwards what became of its figures after it had ended
/// @param toldLater where something else is known now than at the moment it is seen at; empty when
///   it is what is known now
/// @param planVersion the version of the day's plan, 0 when there is none
public record PersonTimeline(
        Agent agent,
        LocalDate date,
        TimeSpan period,
        Instant asOf,
        List<Piece> schedule,
        List<PresenceSegment> presence,
        Map<String, Instant> correctedAt,
        List<Excusal> excuses,
        List<Credit> credits,
        List<JudgedSpan> actual,
        Assessment assessment,
        Afterwards afterwards,
        List<TimeSpan> toldLater,
        int planVersion,
        RuleSet rules) {

    /// The correction that rules over an instant of the day; empty when none does.
    public Optional<PresenceSegment> correctionAt(Instant instant) {
        return presence.stream()
                .filter(PresenceSegment::isCorrected)
                .filter(segment -> !instant.isBefore(segment.start()))
                .filter(segment -> segment.end() == null || instant.isBefore(segment.end()))
                .findFirst();
    }
}
