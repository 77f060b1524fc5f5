package dev.rollcall.demand;

import dev.rollcall.demand.DemandTable.GivenVolume;
import dev.rollcall.demand.RequiredHeads.HalfHour;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.DayPeriod;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import dev.rollcall.shared.TimeSpan;
import dev.rollcall.work.Handling;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How many heads the plan of a unit or a group needs, half hour by half hour. Computed at each
/// question from what is expected, what the group promises, and what somebody decided: there is
/// nothing here that could be out of date. [RequirementsChanged] says when to ask again.
@Service
public class Demand {

    /// The longest time asked for at once.
    public static final Duration LONGEST = Duration.ofDays(100);

    /// How far back tickets are looked for that are still to be done.
    private static final Duration FURTHEST_BACK = Duration.ofDays(28);

    private final DemandTable table;
    private final Handling handling;
    private final Directory directory;
    private final Access access;

    Demand(DemandTable table, Handling handling, Directory directory, Access access) {
        this.table = table;
        this.handling = handling;
        this.directory = directory;
        this.access = access;
    }

    /// The heads a unit needs: those of its groups and of the groups of all units below it.
    ///
    /// @param group null: all of them together; a half hour of which any group knows something is
    ///   known
    /// @param span up to [#LONGEST]
    /// @throws NotFound when the unit is out of the caller's scope, or the group is none of it
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public RequiredHeads requiredHeads(UnitId unit, @Nullable GroupId group, TimeSpan span) {
        return heads(groups(unit, group), span);
    }

    /// As [#requiredHeads(UnitId, GroupId, TimeSpan)], of whole days in the unit's zone.
    ///
    /// @param last the last day, not before the first
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public RequiredHeads requiredHeads(
            UnitId unit, @Nullable GroupId group, LocalDate first, LocalDate last) {
        var groups = groups(unit, group);
        var zone = directory.unit(unit).map(Unit::zone).orElse(ZoneOffset.UTC);
        return heads(groups, days(first, last, zone));
    }

    /// The heads each group of a unit needs, in whole days of the unit's zone. Groups of which
    /// nothing is known are left out.
    ///
    /// @param last the last day, not before the first
    /// @throws NotFound when the unit is out of the caller's scope
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public Map<GroupId, RequiredHeads> requiredHeadsOfGroups(
            UnitId unit, LocalDate first, LocalDate last) {
        var groups = groups(unit, null);
        var zone = directory.unit(unit).map(Unit::zone).orElse(ZoneOffset.UTC);
        var span = days(first, last, zone);
        var heads = new HashMap<GroupId, RequiredHeads>();
        required(groups, span)
                .forEach((group, known) -> {
                    if (!known.isEmpty()) {
                        heads.put(group, heads(List.of(known), span));
                    }
                });
        return heads;
    }

    /// The half hours of a group of which something is known, in order, each with its reasons.
    ///
    /// @throws NotFound when the group is out of the caller's scope
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    @Transactional(readOnly = true)
    public List<Requirement> requirements(GroupId group, TimeSpan span) {
        var known = visible(group);
        var required = required(List.of(known), span).getOrDefault(group, Map.of());
        return HalfHours.of(span).stream()
                .flatMap(start -> Optional.ofNullable(required.get(start)).stream())
                .toList();
    }

    private RequiredHeads heads(List<Group> groups, TimeSpan span) {
        return heads(required(groups, span).values(), span);
    }

    private static RequiredHeads heads(
            Collection<Map<Instant, Requirement>> groups, TimeSpan span) {
        var heads = new LinkedHashMap<Instant, @Nullable Integer>();
        HalfHours.of(span).forEach(start -> heads.put(start, null));
        groups.forEach(ofGroup ->
                ofGroup.forEach(
                        (start, required) -> heads.merge(start, required.heads(), Integer::sum)));
        return new RequiredHeads(
                heads.entrySet().stream()
                        .map(each -> new HalfHour(each.getKey(), each.getValue()))
                        .toList());
    }

    private Map<GroupId, Map<Instant, Requirement>> required(List<Group> groups, TimeSpan span) {
        check(span);
        var halfHours = HalfHours.of(span);
        var whole = TimeSpan.of(halfHours.getFirst(), halfHours.getLast().plus(HalfHours.LENGTH));
        var ids = groups.stream().map(Group::id).toList();
        var assumptions = table.assumptions(ids);
        var back =
                groups.stream()
                        .map(group -> from(group, assumptions.get(group.id()), whole.start()))
                        .min(Instant::compareTo)
                        .orElse(whole.start());
        var expected = table.volumes(ids, Volumes.Kind.EXPECTED, TimeSpan.of(back, whole.end()));
        var decided = table.heads(ids, whole);
        var required = new HashMap<GroupId, Map<Instant, Requirement>>();
        for (var group : groups) {
            var staffing =
                    new Staffing(
                            group.channel(),
                            inForce(group, assumptions.get(group.id())),
                            start -> handling.isOpen(group.id(), start));
            required.put(
                    group.id(),
                    staffing.of(
                            halfHours,
                            volumes(expected.getOrDefault(group.id(), Map.of())),
                            decided.getOrDefault(group.id(), Map.of())));
        }
        return required;
    }

    private static Map<Instant, Volume> volumes(Map<Instant, GivenVolume> given) {
        return given.values().stream()
                .map(GivenVolume::volume)
                .collect(Collectors.toMap(Volume::start, Function.identity()));
    }

    /// From when on volumes matter: of tickets earlier ones, too.
    private Instant from(
            Group group, @Nullable TreeMap<LocalDate, Assumptions> decided, Instant start) {
        if (group.channel() != Channel.TICKET) {
            return start;
        }
        var longest =
                decided == null
                        ? Assumptions.shipped(group.channel()).backlog()
                        : decided.values().stream()
                                .map(Assumptions::backlog)
                                .reduce(
                                        Assumptions.shipped(group.channel()).backlog(),
                                        (one, other) -> one.compareTo(other) > 0 ? one : other);
        return Staffing.reachBack(
                start, longest, each -> handling.isOpen(group.id(), each), FURTHEST_BACK);
    }

    private Function<Instant, Assumptions> inForce(
            Group group, @Nullable TreeMap<LocalDate, Assumptions> decided) {
        var shipped = Assumptions.shipped(group.channel());
        if (decided == null) {
            return _ -> shipped;
        }
        var zone = zone(group);
        return start -> {
            var found = decided.floorEntry(LocalDate.ofInstant(start, zone));
            return found == null ? shipped : found.getValue();
        };
    }

    // ------------------------------------------------------------------ who may ask for what

    /// The zone of a group's days.
    ZoneId zone(Group group) {
        return directory.unit(group.unit()).map(Unit::zone).orElse(ZoneOffset.UTC);
    }

    /// Whole days, the last one included.
    static TimeSpan days(LocalDate first, LocalDate last, ZoneId zone) {
        checkDate(first, "/first");
        checkDate(last, "/last");
        if (last.isBefore(first)) {
            throw InvalidInput.of("/last", "The last day is not before the first.");
        }
        return TimeSpan.of(new DayPeriod(first, zone).start(), new DayPeriod(last, zone).end());
    }

    static void checkDate(LocalDate date, String pointer) {
        if (date.getYear() < 2000 || date.getYear() > 2199) {
            throw InvalidInput.of(pointer, "The date is between 2000 and 2199.");
        }
    }

    static void check(TimeSpan span) {
        if (span.duration().compareTo(LONGEST) > 0) {
            throw InvalidInput.of(
                    "/until", "Ask for " + LONGEST.toDays() + " days at once at most.");
        }
    }

    private List<Group> groups(UnitId unit, @Nullable GroupId group) {
        var scope = access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
        if (directory.unit(unit).isEmpty() || !scope.includes(unit)) {
            throw new NotFound(
                    "unit", directory.unit(unit).map(Unit::code).orElse("" + unit.value()));
        }
        var units = directory.withDescendants(unit);
        var groups =
                directory.groups(scope).stream()
                        .filter(each -> units.contains(each.unit()))
                        .filter(each -> group == null || each.id().equals(group))
                        .toList();
        if (group != null && groups.isEmpty()) {
            throw notFound(group);
        }
        return groups;
    }

    /// The groups the caller may see the demand of, by name; plain teams handle nothing.
    @Requires({Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE})
    public List<Group> groups() {
        return directory
                .groups(access.scope(Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE))
                .stream()
                .filter(group -> group.channel() != Channel.TEAM)
                .toList();
    }

    /// Whether the caller may change the demand of a group.
    public boolean mayWrite(Group group) {
        return directory.groups(access.scope(Permission.SCHEDULE_WRITE)).contains(group);
    }

    private Group visible(GroupId group) {
        return ofScope(group, Permission.SCHEDULE_VIEW, Permission.SCHEDULE_WRITE);
    }

    /// A group the caller has one of two permissions for.
    ///
    /// @throws NotFound when there is none
    Group ofScope(GroupId group, Permission one, Permission other) {
        var scope = access.scope(one, other);
        return directory
                .group(group)
                .filter(it -> scope.includes(it.unit()) || scope.groups().contains(group))
                .orElseThrow(() -> notFound(group));
    }

    private NotFound notFound(GroupId group) {
        return new NotFound(
                "group", directory.group(group).map(Group::code).orElse("" + group.value()));
    }
}
