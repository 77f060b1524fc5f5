package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Credit;
import dev.rollcall.adherence.engine.Finding;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.schedule.DayPlan;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Why one instant of somebody's day counts as it does, with the evidence: found again from what is
/// stored each time somebody asks, never kept.
///
/// @param date the working day the instant belongs to
/// @param at the instant asked for
/// @param asOf up to when the day was judged
/// @param finding what the engine found; null when the instant is not judged yet
/// @param scheduled what is scheduled then, null outside every entry
/// @param segment what the person did then and which event said so; null before their first event
///   and after `asOf`
/// @param plan the version of the plan the scheduled piece comes from; the day's own where nothing
///   is scheduled; null when there is none
/// @param excuse what excuses the instant, null: nothing does
/// @param credit the credit that excuses it; null: none does
/// @param rules the rules in force
public record MinuteExplained(
        Agent agent,
        LocalDate date,
        Instant at,
        Instant asOf,
        @Nullable Finding finding,
        @Nullable Piece scheduled,
        @Nullable PresenceSegment segment,
        @Nullable DayPlan plan,
        @Nullable Excusal excuse,
        @Nullable Credit credit,
        RuleSet rules) {}
