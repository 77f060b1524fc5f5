package dev.rollcall.organisation.ui;

import dev.rollcall.organisation.People;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Department;
import dev.rollcall.people.DepartmentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the viewer sees of the organisation at one moment, what they may change of it, and the
/// names of what its records refer to.
final class Chart {

    private final Directory directory;
    private final List<Unit> units;
    private final List<Department> departments;
    private final List<Group> groups;
    private final List<Agent> agents;
    private final Scope writable;
    private final Map<GroupId, Integer> members = new HashMap<>();
    private final Map<UnitId, Integer> agentsAtHome = new HashMap<>();

    Chart(People people, Directory directory) {
        this.directory = directory;
        units = people.units();
        departments = people.departments();
        groups = people.groups();
        agents = people.agents();
        writable = people.writable();
        for (var agent : agents) {
            agentsAtHome.merge(agent.unit(), 1, Integer::sum);
            agent.groups().forEach(group -> members.merge(group, 1, Integer::sum));
        }
    }

    // ------------------------------------------------------------------ what is seen

    List<Unit> units() {
        return units;
    }

    List<Department> departments() {
        return departments;
    }

    List<Group> groups() {
        return groups;
    }

    List<Agent> agents() {
        return agents;
    }

    /// The unit with everything below it; null: no unit was chosen.
    @Nullable Set<UnitId> within(@Nullable String unit) {
        return unit == null
                ? null
                : directory
                        .unit(unit)
                        .map(known -> directory.withDescendants(known.id()))
                        .orElse(Set.of());
    }

    /// How many agents in sight are at home in a unit or below it.
    int agentsIn(UnitId unit) {
        return directory.withDescendants(unit).stream()
                .mapToInt(each -> agentsAtHome.getOrDefault(each, 0))
                .sum();
    }

    int membersOf(GroupId group) {
        return members.getOrDefault(group, 0);
    }

    Set<AgentId> members(GroupId group) {
        return agents.stream()
                .filter(agent -> agent.groups().contains(group))
                .map(Agent::id)
                .collect(Collectors.toSet());
    }

    List<Group> groupsOf(DepartmentId department) {
        return groups.stream().filter(group -> department.equals(group.department())).toList();
    }

    // ------------------------------------------------------------------ what may be changed

    boolean mayAdd() {
        return writable.everybody() || !writable.units().isEmpty();
    }

    boolean mayChange(UnitId unit) {
        return writable.includes(unit);
    }

    boolean mayChange(Group group) {
        return writable.includes(group.unit()) || writable.groups().contains(group.id());
    }

    boolean mayChange(Agent agent) {
        return writable.includes(agent, null);
    }

    /// Whether there may be units without one above them.
    boolean mayChangeTop() {
        return writable.everybody();
    }

    /// The units records may be put into, by name.
    List<UnitId> unitsToChoose() {
        return units.stream().map(Unit::id).filter(writable::includes).toList();
    }

    // ------------------------------------------------------------------ names and codes

    String name(UnitId id) {
        return directory.unit(id).map(Unit::name).orElse("");
    }

    String code(UnitId id) {
        return directory.unit(id).map(Unit::code).orElse("");
    }

    String name(GroupId id) {
        return directory.group(id).map(Group::name).orElse("");
    }

    String code(GroupId id) {
        return directory.group(id).map(Group::code).orElse("");
    }

    String name(DepartmentId id) {
        return directory.department(id).map(Department::name).orElse("");
    }

    String code(DepartmentId id) {
        return directory.department(id).map(Department::code).orElse("");
    }

    String name(AgentId id) {
        return directory.agent(id).map(Agent::name).orElse("");
    }

    String externalId(AgentId id) {
        return directory.agent(id).map(Agent::externalId).orElse("");
    }

    @Nullable Unit unit(UnitId id) {
        return directory.unit(id).orElse(null);
    }

    /// Names of groups, by name.
    String names(Set<GroupId> ids) {
        return ids.stream().map(this::name).sorted().collect(Collectors.joining(", "));
    }
}
