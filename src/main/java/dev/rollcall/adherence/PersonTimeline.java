package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One person's working day in full: plan, deeds, deviations and figures, and what they were judged
/// by.
///
/// @param period what belongs to the day
/// @param asOf up to when it was judged
/// @param schedule what is visible of the plan within the period
/// @param presence the segments that overlap the period, uncut
/// @param actual the same, judged, cut to the period
/// @param afterwards what became of its figures after it had ended
/// @param planVersion the version of the day's plan, 0 when there is none
public record PersonTimeline(
        Agent agent,
        LocalDate date,
        TimeSpan period,
        Instant asOf,
        List<Piece> schedule,
        List<PresenceSegment> presence,
        List<JudgedSpan> actual,
        Assessment assessment,
        Afterwards afterwards,
        int planVersion,
        RuleSet rules) {}
