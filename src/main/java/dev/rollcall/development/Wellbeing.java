package dev.rollcall.development;

import dev.rollcall.audit.Actor;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What weeks were like for units, on average, of five people or more. A week is counted once, a
/// day after it ended for everybody, and stays as it was counted: the difference of two looks would
/// be somebody's.
@Service
public class Wellbeing {

    private static final Logger LOG = LoggerFactory.getLogger(Wellbeing.class);
    private static final int WEEKS_BACK = 9;
    private static final int MOST_WEEKS = 53;

    private final CheckInTable table;
    private final WellbeingUnits units;
    private final Directory directory;
    private final Retries retries;
    private final Access access;
    private final ApplicationClock clock;

    Wellbeing(
            CheckInTable table,
            WellbeingUnits units,
            Directory directory,
            Retries retries,
            Access access,
            ApplicationClock clock) {
        this.table = table;
        this.units = units;
        this.directory = directory;
        this.retries = retries;
        this.access = access;
        this.clock = clock;
    }

    /// The units one looks after that ask, by name.
    @Requires(Permission.COACHING_WRITE)
    @Transactional(readOnly = true)
    public List<Unit> asking() {
        var own = units.own();
        return directory.units(access.scope(Permission.COACHING_WRITE)).stream()
                .filter(each -> units.asks(each.id(), own))
                .toList();
    }

    /// What can be told of the last weeks, of units one looks after, the latest first. No look at
    /// anybody.
    @Requires(Permission.COACHING_WRITE)
    @Transactional(readOnly = true)
    public List<WellbeingSum> sums(int weeks) {
        var scope = access.scope(Permission.COACHING_WRITE);
        var since =
                CheckIn.weekOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .minusWeeks(Math.clamp(weeks, 1, MOST_WEEKS));
        return table.sums(
                directory.units(scope).stream()
                        .map(Unit::id)
                        .filter(unit -> seesAll(scope, unit))
                        .collect(Collectors.toSet()),
                since);
    }

    /// A sum is of a unit and all below it: whoever sees it looks after all of them.
    private boolean seesAll(Scope scope, UnitId unit) {
        return directory.withDescendants(unit).stream().allMatch(scope::includes);
    }

    // ------------------------------------------------------------------ counting

    /// Counts every week that is over, of which anybody said anything, and that was not counted
    /// yet.
    ///
    /// @return how many
    /// @throws AccessDeniedException for anybody but a job of the house
    public int countDue() {
        if (access.viewer().actor().kind() != Actor.Kind.SYSTEM) {
            throw new AccessDeniedException("Weeks are counted by the house itself.");
        }
        var now = clock.instant();
        var week = CheckIn.weekOf(LocalDate.ofInstant(now, ZoneOffset.UTC));
        var known = table.counted();
        int counted = 0;
        for (int back = WEEKS_BACK; back >= 1; back--) {
            var each = week.minusWeeks(back);
            if (!CheckIn.countedFrom(each).isAfter(now) && !known.contains(each) && count(each)) {
                counted++;
            }
        }
        return counted;
    }

    private boolean count(LocalDate week) {
        boolean first =
                retries.inTransactionOfItsOwn(() -> {
                    var said = table.of(week);
                    if (said.isEmpty() || !table.begin(week, clock.instant())) {
                        return false;
                    }
                    WellbeingCount.of(week, people(), said).forEach(sum -> table.keep(week, sum));
                    return true;
                });
        if (first) {
            LOG.info("How the week of {} was for units was counted", week);
        }
        return first;
    }

    /// Who is in which unit that asks, the smallest part first: by what units are, never by what
    /// their people say.
    private SequencedMap<UnitId, Set<AgentId>> people() {
        var own = units.own();
        var everybody =
                directory.everybody().stream()
                        .filter(each -> units.asks(each.unit(), own))
                        .toList();
        var found = new LinkedHashMap<UnitId, Set<AgentId>>();
        directory.units(Scope.everyone()).stream()
                .sorted(
                        Comparator.comparingInt(this::depth)
                                .reversed()
                                .thenComparingLong(unit -> unit.id().value()))
                .forEach(unit -> {
                    var below = directory.withDescendants(unit.id());
                    found.put(
                            unit.id(),
                            everybody.stream()
                                    .filter(each -> below.contains(each.unit()))
                                    .map(Agent::id)
                                    .collect(Collectors.toSet()));
                });
        return found;
    }

    private int depth(Unit unit) {
        var seen = new HashSet<UnitId>();
        UnitId above = unit.parent();
        while (above != null && seen.add(above)) {
            above = directory.unit(above).map(Unit::parent).orElse(null);
        }
        return seen.size();
    }
}
