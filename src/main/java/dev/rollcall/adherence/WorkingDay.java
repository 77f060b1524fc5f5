package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Case;
import dev.rollcall.adherence.engine.Credit;
import dev.rollcall.adherence.engine.Credits;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.adherence.engine.PresenceFrom;
import dev.rollcall.adherence.engine.Rules;
import dev.rollcall.people.Agent;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayBorders;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Layers;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One person's working day with everything the engine needs to judge it.
///
/// Where it begins and ends is said by [DayBorders].
///
/// @param date the day, in the person's zone
/// @param period what belongs to the day
/// @param pieces what is visible of the plans of this date and its neighbours
/// @param segments what the person did, overlapping the period
/// @param excuses what is excused in it, overlapping or not
/// @param planVersion the version of this date's plan, 0 when there is none
/// @param plannedAt when the plans of this date and its neighbours last changed; null: nothing is
///   planned
record WorkingDay(
        Agent agent,
        LocalDate date,
        TimeSpan period,
        List<Piece> pieces,
        List<PresenceSegment> segments,
        List<Excusal> excuses,
        RuleSet rules,
        int planVersion,
        @Nullable Instant plannedAt) {

    /// @param plans the current plans of the days from the day before `date` to the day after, by
    ///   date
    static WorkingDay of(
            Agent agent,
            LocalDate date,
            List<DayPlan> plans,
            List<PresenceSegment> segments,
            List<Excusal> excuses,
            RuleSet rules,
            Function<String, Category> categories) {
        var nearby =
                plans.stream()
                        .filter(p -> !p.date().isBefore(date.minusDays(1)))
                        .filter(p -> !p.date().isAfter(date.plusDays(1)))
                        .sorted(Comparator.comparing(DayPlan::date))
                        .toList();
        var period = period(date, agent.zone(), plans);
        return new WorkingDay(
                agent,
                date,
                period,
                pieces(nearby, categories),
                segments.stream().filter(s -> reaches(s, period)).toList(),
                excuses.stream().filter(each -> each.span().overlaps(period)).toList(),
                rules,
                planOf(date, plans).map(DayPlan::version).orElse(0),
                lastChange(nearby));
    }

    private static @Nullable Instant lastChange(List<DayPlan> plans) {
        return plans.stream().map(DayPlan::changedAt).max(Comparator.naturalOrder()).orElse(null);
    }

    /// The same day and period with other plans, deeds, excuses and rules.
    WorkingDay holding(
            List<DayPlan> plans,
            List<PresenceSegment> newSegments,
            List<Excusal> newExcuses,
            RuleSet newRules,
            Function<String, Category> categories) {
        return new WorkingDay(
                agent,
                date,
                period,
                pieces(plans, categories),
                newSegments,
                newExcuses,
                newRules,
                planOf(date, plans).map(DayPlan::version).orElse(0),
                lastChange(plans));
    }

    /// The same day by other rules.
    WorkingDay by(RuleSet otherRules) {
        return new WorkingDay(
                agent, date, period, pieces, segments, excuses, otherRules, planVersion, plannedAt);
    }

    /// What belongs to a date.
    ///
    /// @param plans at least those of the day before and the day after
    static TimeSpan period(LocalDate date, ZoneId zone, List<DayPlan> plans) {
        return DayBorders.period(date, zone, plans);
    }

    /// The date an instant belongs to.
    static LocalDate dateOf(Instant instant, ZoneId zone, List<DayPlan> plans) {
        return DayBorders.dateOf(instant, zone, plans);
    }

    private static Optional<DayPlan> planOf(LocalDate date, List<DayPlan> plans) {
        return plans.stream().filter(p -> p.date().equals(date)).findFirst();
    }

    private static List<Piece> pieces(List<DayPlan> plans, Function<String, Category> categories) {
        var entries = plans.stream().flatMap(p -> p.activities().stream()).toList();
        return Layers.visible(entries, categories).stream()
                .map(p -> new Piece(p.activity(), p.category(), p.span().start(), p.span().end()))
                .toList();
    }

    private static boolean reaches(PresenceSegment segment, TimeSpan period) {
        return segment.start().isBefore(period.end())
                && (segment.end() == null || segment.end().isAfter(period.start()));
    }

    /// The same day after the person did something else.
    WorkingDay with(List<PresenceSegment> newSegments) {
        return new WorkingDay(
                agent,
                date,
                period,
                pieces,
                newSegments.stream().filter(s -> reaches(s, period)).toList(),
                excuses,
                rules,
                planVersion,
                plannedAt);
    }

    /// The day as the engine judges it at an instant.
    Case asOf(Instant instant) {
        return asOf(instant, rules.rules(), rules.chainsExcuses());
    }

    /// The same by other rules.
    Case asOf(Instant instant, Rules otherRules, boolean chains) {
        var told = told(instant);
        if (!chains && excuses.isEmpty()) {
            return told;
        }
        var excused = new ArrayList<TimeSpan>();
        excuses.forEach(each -> excused.add(each.span()));
        if (chains) {
            excused.addAll(Credits.excused(Credits.of(told, otherRules)));
        }
        return told.excusing(excused);
    }

    /// What contacts took of its breaks and what became of it; nothing where that is not given
    /// back.
    List<Credit> creditsAt(Instant instant) {
        return rules.chainsExcuses() ? Credits.of(told(instant), rules.rules()) : List.of();
    }

    private Case told(Instant instant) {
        return new Case(
                period,
                instant,
                pieces,
                segments.stream()
                        .map(s -> new PresenceFrom(s.start(), s.state().toString()))
                        .toList(),
                PresenceState.AWAY.toString(),
                List.of());
    }

    /// The day judged to its end, the last presence taken to go on.
    Case toItsEnd() {
        return asOf(period.end());
    }

    /// Whether anything is scheduled within it.
    boolean isPlanned() {
        return pieces.stream()
                .anyMatch(p -> p.start().isBefore(period.end()) && p.end().isAfter(period.start()));
    }

    /// Whether its plan, or a neighbour's, changed later than an instant.
    boolean wasPlannedAfter(Instant instant) {
        return plannedAt != null && plannedAt.isAfter(instant);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(period.end());
    }
}
