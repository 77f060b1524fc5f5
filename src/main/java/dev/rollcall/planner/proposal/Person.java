package dev.rollcall.planner.proposal;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.planner.Terms;
import dev.rollcall.planner.Wish;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody whose week is proposed.
///
/// @param groups the groups they handle work of
/// @param before how many shifts of each kind they had in the four weeks before
/// @param holidays the dates of the week on which nobody is needed because of a public holiday
record Person(
        AgentId id,
        ZoneId zone,
        Set<GroupId> groups,
        Terms terms,
        List<Wish> wishes,
        Map<Burden, Integer> before,
        Set<LocalDate> holidays) {

    Person {
        groups = Set.copyOf(groups);
        wishes = List.copyOf(wishes);
        before = Map.copyOf(before);
        holidays = Set.copyOf(holidays);
    }

    /// The search asks at every step who somebody is.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person person && person.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    static Person of(
            Agent agent,
            Terms terms,
            List<Wish> wishes,
            Map<Burden, Integer> before,
            Set<LocalDate> holidays) {
        return new Person(
                agent.id(), agent.zone(), agent.groups(), terms, wishes, before, holidays);
    }

    /// The paid minutes the week is to bring; 0 where nothing is agreed. A public holiday brings
    /// one day of the agreed ones.
    long agreedMinutes() {
        var contract = terms.contract();
        if (contract == null || contract.daysAWeek() == 0) {
            return 0;
        }
        long weekly = contract.weekly().toMinutes();
        return weekly
                - weekly * Math.min(holidays.size(), contract.daysAWeek()) / contract.daysAWeek();
    }

    /// The paid minutes the week may bring at most.
    long mostMinutes() {
        var contract = terms.contract();
        return contract == null ? Long.MAX_VALUE : contract.weekly().toMinutes();
    }

    int mostDays() {
        var contract = terms.contract();
        return contract == null ? 6 : contract.daysAWeek();
    }

    int before(Burden burden) {
        return before.getOrDefault(burden, 0);
    }

    /// How many of somebody's wishes a shift does not follow.
    long unmetWishes(Shift shift) {
        var span = shift.span();
        return span == null
                ? 0
                : wishes.stream()
                        .filter(wish -> wish.weekday() == shift.date().getDayOfWeek())
                        .filter(wish -> !wish.isMetBy(span, shift.date(), zone))
                        .count();
    }
}
