package dev.rollcall.organisation;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentDraft;
import dev.rollcall.people.Department;
import dev.rollcall.people.DepartmentDraft;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitDraft;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Units, departments, groups and agents for screens and programs: everybody sees and changes those
/// of their own scope, the rest is not there.
///
/// Reading needs PEOPLE_VIEW, writing PEOPLE_WRITE. Writing creates or replaces by code, with the
/// version the writer saw ([Register#NEW] when it must not exist yet, null when they do not care),
/// and throws
///
/// - [dev.rollcall.shared.InvalidInput] naming every bad field,
/// - [NotFound] when the record lies outside the scope,
/// - [dev.rollcall.shared.EditConflict] when somebody was first.
@Component
@Requires({Permission.PEOPLE_VIEW, Permission.PEOPLE_WRITE})
public class People {

    private final Directory directory;
    private final Register register;
    private final Members members;
    private final Access access;

    People(Directory directory, Register register, Members members, Access access) {
        this.directory = directory;
        this.register = register;
        this.members = members;
        this.access = access;
    }

    /// The units in scope, by name.
    public List<Unit> units() {
        return directory.units(visible());
    }

    /// @throws NotFound when there is none in scope
    public Unit unit(String code) {
        var scope = visible();
        return directory
                .unit(code)
                .filter(unit -> scope.includes(unit.id()))
                .orElseThrow(() -> new NotFound("unit", code));
    }

    @Requires(Permission.PEOPLE_WRITE)
    public Unit putUnit(String code, UnitDraft draft, @Nullable Long expectedVersion) {
        return register.putUnit(code, draft, expectedVersion, writable(), access.viewer().actor());
    }

    /// The departments in scope, by name.
    public List<Department> departments() {
        return directory.departments(visible());
    }

    /// @throws NotFound when there is none in scope
    public Department department(String code) {
        var scope = visible();
        return directory
                .department(code)
                .filter(department -> scope.includes(department.unit()))
                .orElseThrow(() -> new NotFound("department", code));
    }

    @Requires(Permission.PEOPLE_WRITE)
    public Department putDepartment(
            String code, DepartmentDraft draft, @Nullable Long expectedVersion) {
        return register.putDepartment(
                code, draft, expectedVersion, writable(), access.viewer().actor());
    }

    /// The groups in scope, by name.
    public List<Group> groups() {
        return directory.groups(visible());
    }

    /// @throws NotFound when there is none in scope
    public Group group(String code) {
        var scope = visible();
        return directory
                .group(code)
                .filter(group ->
                        scope.includes(group.unit()) || scope.groups().contains(group.id()))
                .orElseThrow(() -> new NotFound("group", code));
    }

    @Requires(Permission.PEOPLE_WRITE)
    public Group putGroup(String code, GroupDraft draft, @Nullable Long expectedVersion) {
        return register.putGroup(code, draft, expectedVersion, writable(), access.viewer().actor());
    }

    /// As [#putGroup(String, GroupDraft, Long)], and lets people join and leave, all or nothing.
    ///
    /// @param joining external ids of agents who become members
    /// @param leaving external ids of members who no longer are
    @Requires(Permission.PEOPLE_WRITE)
    public Group putGroup(
            String code,
            GroupDraft draft,
            Set<String> joining,
            Set<String> leaving,
            @Nullable Long expectedVersion) {
        return members.putGroup(
                code,
                draft,
                joining,
                leaving,
                expectedVersion,
                writable(),
                access.viewer().actor());
    }

    /// The agents in scope by home unit or group, by name.
    public List<Agent> agents() {
        return directory.agents(visible());
    }

    /// @throws NotFound when there is none in scope
    public Agent agent(String externalId) {
        var scope = visible();
        return directory
                .agent(externalId)
                .filter(agent -> scope.includes(agent, null))
                .orElseThrow(() -> new NotFound("agent", externalId));
    }

    @Requires(Permission.PEOPLE_WRITE)
    public Agent putAgent(String externalId, AgentDraft draft, @Nullable Long expectedVersion) {
        return register.putAgent(
                externalId, draft, expectedVersion, writable(), access.viewer().actor());
    }

    /// Whether the viewer may change anything here.
    public boolean mayWrite() {
        return access.viewer().may(Permission.PEOPLE_WRITE);
    }

    /// Whom and what the viewer may change: nobody without PEOPLE_WRITE.
    public Scope writable() {
        return access.scope(Permission.PEOPLE_WRITE);
    }

    private Scope visible() {
        return access.scope(Permission.PEOPLE_VIEW, Permission.PEOPLE_WRITE);
    }
}
