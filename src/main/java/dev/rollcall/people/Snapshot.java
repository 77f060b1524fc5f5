package dev.rollcall.people;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Everybody and everything at one moment; never changed once it is made. What can be derived is
/// derived when it is first asked for.
final class Snapshot {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Map<UnitId, Unit> units;
    private final Map<DepartmentId, Department> departments;
    private final Map<GroupId, Group> groups;
    private final Map<AgentId, Agent> agents;
    private final Map<String, AgentId> agentsByExternalId;

    private final Map<String, Unit> unitsByCode;
    private final Map<String, Department> departmentsByCode;
    private final Map<String, Group> groupsByCode;
    private final Map<UnitId, Set<UnitId>> below = new ConcurrentHashMap<>();

    private volatile @Nullable List<Agent> agentsByName;

    private Snapshot(
            Map<UnitId, Unit> units,
            Map<DepartmentId, Department> departments,
            Map<GroupId, Group> groups,
            Map<AgentId, Agent> agents,
            Map<String, AgentId> agentsByExternalId) {
        this.units = units;
        this.departments = departments;
        this.groups = groups;
        this.agents = agents;
        this.agentsByExternalId = agentsByExternalId;
        this.unitsByCode = index(units.values(), Unit::code);
        this.departmentsByCode = index(departments.values(), Department::code);
        this.groupsByCode = index(groups.values(), Group::code);
    }

    static Snapshot of(Rows rows) {
        var units = index(rows.units(), Unit::id);
        Map<AgentId, Agent> agents = new HashMap<>();
        Map<String, AgentId> byExternalId = new HashMap<>();
        for (var fields : rows.agents()) {
            agents.put(fields.id(), agent(fields, units));
            byExternalId.put(fields.externalId(), fields.id());
        }
        return new Snapshot(
                units,
                index(rows.departments(), Department::id),
                index(rows.groups(), Group::id),
                agents,
                byExternalId);
    }

    /// This picture with the touched rows as they were read now.
    ///
    /// @param tables where units and groups are looked up that a neighbouring change has just made
    ///   and not yet taken in
    Snapshot with(Rows rows, Touched touched, PeopleTables tables) {
        var newUnits = replaced(units, touched.units(), rows.units(), Unit::id);
        var newGroups = replaced(groups, touched.groups(), rows.groups(), Group::id);
        addMissing(newUnits, rows, tables);
        addMissingGroups(newGroups, rows, tables);

        Map<AgentId, Agent> newAgents = new HashMap<>(agents);
        Map<String, AgentId> byExternalId = new HashMap<>(agentsByExternalId);
        for (var id : touched.agents()) {
            var gone = newAgents.remove(id);
            if (gone != null) {
                byExternalId.remove(gone.externalId());
            }
        }
        for (var fields : rows.agents()) {
            newAgents.put(fields.id(), agent(fields, newUnits));
            byExternalId.put(fields.externalId(), fields.id());
        }
        if (!touched.units().isEmpty()) {
            newAgents.replaceAll((_, agent) -> inZoneOf(agent, newUnits));
        }
        return new Snapshot(
                newUnits,
                replaced(departments, touched.departments(), rows.departments(), Department::id),
                newGroups,
                newAgents,
                byExternalId);
    }

    Set<AgentId> agentsWithAnotherZoneThan(Snapshot before) {
        if (units.equals(before.units)) {
            return Set.of();
        }
        Set<AgentId> moved = new HashSet<>();
        agents.forEach((id, agent) -> {
            var old = before.agents.get(id);
            if (old != null && !old.zone().equals(agent.zone())) {
                moved.add(id);
            }
        });
        return moved;
    }

    Map<UnitId, Unit> units() {
        return units;
    }

    Map<DepartmentId, Department> departments() {
        return departments;
    }

    Map<GroupId, Group> groups() {
        return groups;
    }

    Map<AgentId, Agent> agents() {
        return agents;
    }

    Optional<Agent> agent(String externalId) {
        var id = agentsByExternalId.get(externalId);
        return id == null ? Optional.empty() : Optional.ofNullable(agents.get(id));
    }

    Optional<Unit> unit(String code) {
        return Optional.ofNullable(unitsByCode.get(code));
    }

    Optional<Department> department(String code) {
        return Optional.ofNullable(departmentsByCode.get(code));
    }

    Optional<Group> group(String code) {
        return Optional.ofNullable(groupsByCode.get(code));
    }

    Set<UnitId> withDescendants(UnitId unit) {
        return below.computeIfAbsent(unit, this::findDescendants);
    }

    List<Agent> agentsByName() {
        var known = agentsByName;
        if (known == null) {
            known = sorted(agents.values(), Agent::name, Agent::externalId);
            agentsByName = known;
        }
        return known;
    }

    List<Unit> unitsByName() {
        return sorted(units.values(), Unit::name, Unit::code);
    }

    List<Department> departmentsByName() {
        return sorted(departments.values(), Department::name, Department::code);
    }

    List<Group> groupsByName() {
        return sorted(groups.values(), Group::name, Group::code);
    }

    private Set<UnitId> findDescendants(UnitId top) {
        Set<UnitId> found = new HashSet<>(Set.of(top));
        var next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            var parent = next.remove();
            for (var unit : units.values()) {
                if (parent.equals(unit.parent()) && found.add(unit.id())) {
                    next.add(unit.id());
                }
            }
        }
        return Set.copyOf(found);
    }

    private static void addMissing(Map<UnitId, Unit> units, Rows rows, PeopleTables tables) {
        Set<Long> missing = new HashSet<>();
        for (var fields : rows.agents()) {
            if (!units.containsKey(fields.unit())) {
                missing.add(fields.unit().value());
            }
            fields.mayWorkIn().stream()
                    .filter(unit -> !units.containsKey(unit))
                    .forEach(unit -> missing.add(unit.value()));
        }
        if (!missing.isEmpty()) {
            tables.units(missing).forEach(unit -> units.put(unit.id(), unit));
        }
    }

    private static void addMissingGroups(
            Map<GroupId, Group> groups, Rows rows, PeopleTables tables) {
        Set<Long> missing = new HashSet<>();
        for (var fields : rows.agents()) {
            fields.groups().stream()
                    .filter(group -> !groups.containsKey(group))
                    .forEach(group -> missing.add(group.value()));
        }
        if (!missing.isEmpty()) {
            tables.groups(missing).forEach(group -> groups.put(group.id(), group));
        }
    }

    private static Agent agent(Rows.AgentFields fields, Map<UnitId, Unit> units) {
        var ownZone = fields.zone() == null ? null : ZoneId.of(fields.zone());
        return new Agent(
                fields.id(),
                fields.externalId(),
                fields.name(),
                fields.email(),
                fields.unit(),
                fields.mayWorkIn(),
                fields.groups(),
                ownZone,
                zone(ownZone, fields.unit(), units),
                fields.tracked(),
                fields.version());
    }

    private static Agent inZoneOf(Agent agent, Map<UnitId, Unit> units) {
        var zone = zone(agent.ownZone(), agent.unit(), units);
        return zone.equals(agent.zone())
                ? agent
                : new Agent(
                        agent.id(),
                        agent.externalId(),
                        agent.name(),
                        agent.email(),
                        agent.unit(),
                        agent.mayWorkIn(),
                        agent.groups(),
                        agent.ownZone(),
                        zone,
                        agent.tracked(),
                        agent.version());
    }

    private static ZoneId zone(@Nullable ZoneId own, UnitId home, Map<UnitId, Unit> units) {
        if (own != null) {
            return own;
        }
        var unit = units.get(home);
        if (unit == null) {
            throw new IllegalStateException("An agent's home unit is missing: " + home);
        }
        return unit.zone();
    }

    private static <K, V> Map<K, V> replaced(
            Map<K, V> old, Set<K> touched, List<V> read, Function<V, K> key) {
        Map<K, V> replaced = new HashMap<>(old);
        replaced.keySet().removeAll(touched);
        read.forEach(value -> replaced.put(key.apply(value), value));
        return replaced;
    }

    private static <K, V> Map<K, V> index(Collection<V> values, Function<V, K> key) {
        Map<K, V> index = new HashMap<>();
        values.forEach(value -> index.put(key.apply(value), value));
        return index;
    }

    /// As people look for names: accents and capitals make no difference.
    private static <T> List<T> sorted(
            Collection<T> values, Function<T, String> name, Function<T, String> code) {
        record Keyed<T>(T value, String key, String code) {}
        return values.stream()
                .map(value -> new Keyed<>(value, sortKey(name.apply(value)), code.apply(value)))
                .sorted(
                        Comparator.comparing((Keyed<T> keyed) -> keyed.key())
                                .thenComparing(Keyed::code))
                .map(Keyed::value)
                .toList();
    }

    private static String sortKey(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
