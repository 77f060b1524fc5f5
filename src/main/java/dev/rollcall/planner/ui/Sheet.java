package dev.rollcall.planner.ui;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.planner.DayEdit;
import dev.rollcall.planner.DayKey;
import dev.rollcall.planner.Roster;
import dev.rollcall.planner.RosterDay;
import dev.rollcall.planner.Terms;
import dev.rollcall.planner.Wants;
import dev.rollcall.schedule.PlannedActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What an open planner shows, kept up to date while it is open.
final class Sheet {

    private final List<Agent> people;
    private final Map<AgentId, Integer> rows = new HashMap<>();
    private final LocalDate first;
    private final LocalDate last;
    private final Map<DayKey, RosterDay> days;

    /// The dates anything is known of, those around the shown ones among them.
    private final List<LocalDate> known;

    private final Map<AgentId, Terms> terms;
    private Wants wants;

    Sheet(Roster roster) {
        this(roster, Wants.NONE);
    }

    /// @param wants what its people would like and asked for
    Sheet(Roster roster, Wants wants) {
        people = roster.people();
        for (int row = 0; row < people.size(); row++) {
            rows.put(people.get(row).id(), row);
        }
        first = roster.from();
        last = roster.to();
        days = new HashMap<>(roster.days());
        known = days.keySet().stream().map(DayKey::date).distinct().toList();
        terms = new HashMap<>(roster.terms());
        this.wants = wants;
    }

    /// Everything as it is now.
    Roster roster() {
        return new Roster(people, first, last, days, terms);
    }

    List<Agent> people() {
        return people;
    }

    Set<AgentId> ids() {
        return Set.copyOf(rows.keySet());
    }

    /// The dates that are shown.
    List<LocalDate> dates() {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    LocalDate first() {
        return first;
    }

    LocalDate last() {
        return last;
    }

    Optional<Agent> person(AgentId id) {
        return Optional.ofNullable(rows.get(id)).map(people::get);
    }

    int row(AgentId id) {
        return rows.getOrDefault(id, -1);
    }

    Terms terms(AgentId agent) {
        return terms.getOrDefault(agent, Terms.NONE);
    }

    void agreed(AgentId agent, Terms now) {
        terms.put(agent, now);
    }

    /// What people would like and asked for, as it is now.
    Wants wants() {
        return wants;
    }

    /// Takes in what somebody would like and asked for by now.
    ///
    /// @return the days that may look otherwise
    Set<DayKey> take(AgentId agent, Wants now) {
        wants = wants.with(agent, now);
        return dates().stream().map(date -> new DayKey(agent, date)).collect(Collectors.toSet());
    }

    Optional<RosterDay> day(DayKey key) {
        return Optional.ofNullable(days.get(key));
    }

    /// The day in the row and column so much further; empty beyond what is shown.
    Optional<DayKey> at(DayKey from, int rowsDown, int datesOn) {
        int row = row(from.agent()) + rowsDown;
        var date = from.date().plusDays(datesOn);
        return row(from.agent()) < 0
                        || row < 0
                        || row >= people.size()
                        || date.isBefore(first)
                        || date.isAfter(last)
                ? Optional.empty()
                : Optional.of(new DayKey(people.get(row).id(), date));
    }

    /// Everything that is known of somebody's days, in order of date.
    SortedMap<LocalDate, List<PlannedActivity>> entries(AgentId agent) {
        var entries = new TreeMap<LocalDate, List<PlannedActivity>>();
        for (var date : known) {
            day(new DayKey(agent, date)).ifPresent(day -> entries.put(date, day.entries()));
        }
        return entries;
    }

    Collection<RosterDay> days() {
        return days.values();
    }

    /// The edit that makes a day hold something else, on top of how it is shown.
    DayEdit edit(RosterDay day, List<PlannedActivity> entries) {
        return new DayEdit(day.key(), entries, day.seen());
    }

    /// As it would be if some days were drafted otherwise. This one stays as it is.
    Sheet with(List<DayEdit> edits) {
        var other = new Sheet(roster(), wants);
        for (var edit : edits) {
            day(edit.key())
                    .ifPresent(day ->
                            other.days.put(
                                    edit.key(),
                                    new RosterDay(
                                            day.key(),
                                            edit.entries(),
                                            day.published(),
                                            day.seen(),
                                            Objects.requireNonNullElse(
                                                    day.draft(),
                                                    new RosterDay.Draft(
                                                            day.seen().version(),
                                                            "",
                                                            Instant.EPOCH)))));
        }
        return other;
    }

    /// Takes in days as they are now, unless something newer is known.
    ///
    /// @return which days are other ones
    Set<DayKey> take(Collection<RosterDay> changed) {
        var touched = new HashSet<DayKey>();
        for (var day : changed) {
            var before = days.get(day.key());
            if (before != null && !isNewer(before, day) && !before.equals(day)) {
                days.put(day.key(), day);
                touched.add(day.key());
            }
        }
        return touched;
    }

    private static boolean isNewer(RosterDay one, RosterDay other) {
        return one.seen().revision() > other.seen().revision()
                || one.seen().version() > other.seen().version();
    }
}
