package dev.rollcall.requests;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.planner.PlanWarning;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks at a swap: what both would have afterwards, what the planner's rules say about it, and
/// whether anything can still become of it.
@Component
class SwapLooks {

    private final TimeOffTable absent;
    private final ShiftChecks checks;
    private final RequestRules rules;
    private final Schedules schedules;
    private final Activities activities;
    private final Directory directory;
    private final Askers people;

    SwapLooks(
            TimeOffTable absent,
            ShiftChecks checks,
            RequestRules rules,
            Schedules schedules,
            Activities activities,
            Directory directory,
            Askers people) {
        this.absent = absent;
        this.checks = checks;
        this.rules = rules;
        this.schedules = schedules;
        this.activities = activities;
        this.directory = directory;
        this.people = people;
    }

    /// A swap as it stands now.
    record Looked(
            Agent giver,
            Agent taker,
            Exchange exchange,
            List<PlanWarning> ofGiver,
            List<PlanWarning> ofTaker) {

        List<Finding> findings() {
            var found = new ArrayList<Finding>();
            ofGiver.forEach(each -> found.add(finding("FROM", each)));
            ofTaker.forEach(each -> found.add(finding("TAKER", each)));
            return found.isEmpty() ? List.of(Finding.of(Finding.Kind.NO_WARNING)) : found;
        }

        private static Finding finding(String whose, PlanWarning warning) {
            return Finding.of(Finding.Kind.PLAN_WARNING, whose, warning.kind(), warning.date());
        }
    }

    /// What taking it comes to as things are now.
    ///
    /// @param inReturn the date of the shift the taker gives for it; null: none
    /// @throws InvalidInput when one of the two is not free for what they would get, or it is over
    Looked look(Swap swap, Agent taker, @Nullable LocalDate inReturn) {
        var giver = people.person(swap.from());
        if (!isToCome(swap.date(), inReturn, Stream.of(giver, taker))) {
            throw InvalidInput.of("/swap", RequestComplaint.SWAP_TOO_LATE.with());
        }
        if (!isAsPlanned(swap)) {
            throw InvalidInput.of("/swap", RequestComplaint.PLAN_CHANGED.with());
        }
        var from = checks.side(giver.id(), swap.date(), inReturn);
        var to = checks.side(taker.id(), swap.date(), inReturn);
        var exchange =
                Exchange.of(from, to, swap.date(), inReturn, activities::categoryOf)
                        .filter(_ ->
                                !isAbsent(taker, swap.date())
                                        && (inReturn == null || !isAbsent(giver, inReturn)))
                        .orElseThrow(() ->
                                InvalidInput.of("/inReturn", RequestComplaint.NOT_FREE.with()));
        return new Looked(
                giver,
                taker,
                exchange,
                checks.news(giver, from.days(), exchange.of(from)),
                checks.news(taker, to.days(), exchange.of(to)));
    }

    private boolean isAbsent(Agent person, LocalDate date) {
        return absent.held(person.id(), date, date).stream()
                .anyMatch(held ->
                        !held.from().isAfter(date)
                                && !held.to().isBefore(date)
                                && held.progress() == TimeOff.Progress.APPROVED);
    }

    /// Whether a rule of both units approves it.
    boolean isByRule(Looked looked) {
        return looked.ofGiver().isEmpty()
                && looked.ofTaker().isEmpty()
                && rules.inForce(looked.giver().unit()).swaps()
                && rules.inForce(looked.taker().unit()).swaps();
    }

    /// A swap one has a part in, with the shifts it is about.
    Swaps.Own own(Swap swap) {
        if (!swap.isOpen()) {
            return new Swaps.Own(swap, List.of(), List.of(), false);
        }
        boolean isOver = isOver(swap);
        var taker = swap.taker();
        var inReturn = swap.inReturn();
        return new Swaps.Own(
                swap,
                isOver ? List.of() : checks.side(swap.from(), swap.date(), null).on(swap.date()),
                isOver || taker == null || inReturn == null
                        ? List.of()
                        : checks.side(taker, inReturn, null).on(inReturn),
                isOver);
    }

    /// Whether nothing can become of an open swap any more.
    private boolean isOver(Swap swap) {
        return !isAsPlanned(swap)
                || !isToCome(
                        swap.date(),
                        swap.inReturn(),
                        Stream.of(Optional.of(swap.from()), Optional.ofNullable(swap.taker()))
                                .flatMap(Optional::stream)
                                .flatMap(each -> directory.agent(each).stream()));
    }

    /// Whether the days of both are still at the versions that were looked at.
    boolean isAsPlanned(Swap swap) {
        var taker = swap.taker();
        var inReturn = swap.inReturn();
        var version = swap.returnVersion();
        return checks.version(swap.from(), swap.date()) == swap.planVersion()
                && (taker == null
                        || inReturn == null
                        || version == null
                        || checks.version(taker, inReturn) == version);
    }

    /// Whether today is before both dates, wherever people are.
    boolean isToCome(LocalDate date, @Nullable LocalDate inReturn, Stream<Agent> whose) {
        return whose.map(people::today)
                .allMatch(today ->
                        date.isAfter(today) && (inReturn == null || inReturn.isAfter(today)));
    }

    /// Swaps with the shifts they are about, as they are planned now.
    List<Swaps.Offer> withShifts(List<Swap> swaps) {
        if (swaps.isEmpty()) {
            return List.of();
        }
        var agents = swaps.stream().map(Swap::from).distinct().toList();
        var dates = swaps.stream().map(Swap::date).collect(Collectors.toCollection(TreeSet::new));
        var versions = schedules.versions(agents, dates.first(), dates.last());
        var plans = schedules.plans(agents, dates.first(), dates.last());
        return swaps.stream()
                .map(each ->
                        new Swaps.Offer(
                                each,
                                versions.getOrDefault(each.from(), Map.of())
                                                        .getOrDefault(each.date(), 0)
                                                == each.planVersion()
                                        ? plans.getOrDefault(each.from(), List.of()).stream()
                                                .filter(plan -> plan.date().equals(each.date()))
                                                .findFirst()
                                                .map(DayPlan::activities)
                                                .orElse(List.of())
                                        : List.of()))
                .toList();
    }
}
