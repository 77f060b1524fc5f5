package dev.rollcall.people;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The one way to write units, departments, groups and agents. Unguarded: callers have decided that
/// `by` may change people, and say whose with a [Scope]; what lies outside it is not there. Screens
/// and programs come in through the module `organisation`.
///
/// Each call creates or replaces one record by its code, in one transaction with its entry in the
/// audit log; after the commit the [Directory] knows and [PeopleChanged] is published. Saving what
/// is there already changes nothing.
///
/// Every call takes an expected version: the one the writer saw, [#NEW] when the record must not
/// exist yet, null when they do not care. All of them throw
///
/// - [InvalidInput] naming every bad field,
/// - [NotFound] when the record lies outside the scope,
/// - [EditConflict] when somebody was first.
@Component
public class Register {

    /// The version of what does not exist yet.
    public static final long NEW = 0;

    private final Units units;
    private final Departments departments;
    private final Groups groups;
    private final Agents agents;
    private final Directory directory;
    private final AuditLog audit;
    private final Retries retries;
    private final JsonMapper json;

    Register(
            Units units,
            Departments departments,
            Groups groups,
            Agents agents,
            Directory directory,
            AuditLog audit,
            Retries retries,
            JsonMapper json) {
        this.units = units;
        this.departments = departments;
        this.groups = groups;
        this.agents = agents;
        this.directory = directory;
        this.audit = audit;
        this.retries = retries;
        this.json = json;
    }

    /// Creates or replaces a unit. A new one at the top needs everybody in scope.
    public Unit putUnit(
            String code, UnitDraft draft, @Nullable Long expectedVersion, Scope scope, Actor by) {
        var found = new InvalidInput.Collector();
        Names.checkCode(code, found);
        var name = Names.checkName(draft.name(), found);
        var zone = Names.checkZone(draft.zone(), true, found);
        var days = draft.workingDays();
        found.check(
                days == null || !days.isEmpty(), "/workingDays", Complaint.NO_WORKING_DAY.with());

        return saved(
                "unit",
                code,
                () -> {
                    var tree = byCode(units.lockTree());
                    var known = Optional.ofNullable(tree.get(code));
                    known.ifPresent(row -> demandInScope(row.id(), scope, "unit", code));
                    demand("unit", code, known.map(UnitRow::version), expectedVersion);
                    var parent = parent(draft.parent(), known, tree, scope, found);
                    found.throwIfAny();

                    var row = known.orElseGet(() -> new UnitRow(code));
                    var before = known.map(old -> json(old, tree));
                    row.become(
                            name,
                            Objects.requireNonNull(zone),
                            parent.map(above -> above.id().value()).orElse(null),
                            days != null ? days : row.workingDays());
                    var after = units.saveAndFlush(row);
                    tree.put(code, after);
                    note(by, "unit", code, before, json(after, tree));
                    directory.changing(Touched.unit(after.id()));
                    return record(after);
                });
    }

    /// Creates or replaces a department.
    public Department putDepartment(
            String code,
            DepartmentDraft draft,
            @Nullable Long expectedVersion,
            Scope scope,
            Actor by) {
        var found = new InvalidInput.Collector();
        Names.checkCode(code, found);
        var name = Names.checkName(draft.name(), found);

        return saved(
                "department",
                code,
                () -> {
                    var known = departments.findByCode(code);
                    known.ifPresent(row -> demandInScope(row.unit(), scope, "department", code));
                    demand("department", code, known.map(DepartmentRow::version), expectedVersion);
                    var unit = unit(draft.unit(), scope, found);
                    if (known.isPresent()
                            && unit.isPresent()
                            && !known.get().unit().equals(unit.get().id())) {
                        var members = groups.findByDepartment(known.get().id().value());
                        found.check(
                                members.isEmpty(),
                                "/unit",
                                Complaint.GROUPS_STAY.with(
                                        members.stream()
                                                .map(GroupRow::code)
                                                .sorted()
                                                .limit(5)
                                                .collect(Collectors.joining(", "))));
                    }
                    found.throwIfAny();

                    var row = known.orElseGet(() -> new DepartmentRow(code));
                    var before = known.map(this::json);
                    row.become(name, unit.orElseThrow().id());
                    var after = departments.saveAndFlush(row);
                    note(by, "department", code, before, json(after));
                    directory.changing(Touched.department(after.id()));
                    return record(after);
                });
    }

    /// Creates or replaces a group.
    public Group putGroup(
            String code, GroupDraft draft, @Nullable Long expectedVersion, Scope scope, Actor by) {
        var found = new InvalidInput.Collector();
        Names.checkCode(code, found);
        var name = Names.checkName(draft.name(), found);

        return saved(
                "group",
                code,
                () -> {
                    var known = groups.findByCode(code);
                    known.filter(row -> !scope.groups().contains(row.id()))
                            .ifPresent(row -> demandInScope(row.unit(), scope, "group", code));
                    demand("group", code, known.map(GroupRow::version), expectedVersion);
                    var unit = unit(draft.unit(), scope, known.map(GroupRow::unit), found);
                    var department = department(draft.department(), known, unit, found);
                    known.ifPresent(row -> checkLeaving(row, department, found));
                    var channel = channel(draft.channel(), known, found);
                    found.throwIfAny();

                    var row = known.orElseGet(() -> new GroupRow(code));
                    var before = known.map(this::json);
                    row.become(
                            name,
                            unit.orElseThrow().id(),
                            department.map(DepartmentRow::id).orElse(null),
                            channel);
                    var after = groups.saveAndFlush(row);
                    note(by, "group", code, before, json(after));
                    directory.changing(Touched.group(after.id()));
                    return record(after);
                });
    }

    /// Creates or replaces an agent.
    public Agent putAgent(
            String externalId,
            AgentDraft draft,
            @Nullable Long expectedVersion,
            Scope scope,
            Actor by) {
        var found = new InvalidInput.Collector();
        Names.checkExternalId(externalId, found);
        var name = Names.checkName(draft.name(), found);
        var email = Names.checkEmail(draft.email(), found);
        var zone = Names.checkZone(draft.zone(), false, found);

        return saved(
                "agent",
                externalId,
                () -> {
                    var known = agents.findByExternalId(externalId);
                    known.ifPresent(row -> demandInScope(row, scope));
                    demand("agent", externalId, known.map(AgentRow::version), expectedVersion);
                    var unit = unit(draft.unit(), scope, known.map(AgentRow::unit), found);
                    var mayWorkIn = unitsToWorkIn(draft.mayWorkIn(), known, scope, found);
                    var groups = groupsToJoin(draft.groups(), known, scope, found);
                    found.throwIfAny();

                    var row = known.orElseGet(() -> new AgentRow(externalId));
                    var before = known.map(this::json);
                    row.become(
                            name,
                            email,
                            unit.orElseThrow().id(),
                            zone,
                            draft.tracked(),
                            mayWorkIn,
                            groups);
                    var after = agents.saveAndFlush(row);
                    note(by, "agent", externalId, before, json(after));
                    directory.changing(Touched.agent(after.id()));
                    return record(after, unit.orElseThrow());
                });
    }

    // What a draft refers to

    private static Map<String, UnitRow> byCode(List<UnitRow> rows) {
        Map<String, UnitRow> byCode = new HashMap<>();
        rows.forEach(row -> byCode.put(row.code(), row));
        return byCode;
    }

    private static Optional<UnitRow> parent(
            @Nullable String code,
            Optional<UnitRow> known,
            Map<String, UnitRow> tree,
            Scope scope,
            InvalidInput.Collector found) {
        if (code == null || code.isBlank()) {
            var staysAtTheTop = known.isPresent() && known.get().parent() == null;
            found.check(
                    scope.everybody() || staysAtTheTop, "/parent", Complaint.NOT_AT_THE_TOP.with());
            return Optional.empty();
        }
        var parent = Optional.ofNullable(tree.get(code));
        var stays =
                parent.isPresent()
                        && known.isPresent()
                        && Long.valueOf(parent.get().id().value()).equals(known.get().parent());
        if (parent.isEmpty() || (!stays && !scope.includes(parent.get().id()))) {
            found.add("/parent", Complaint.UNKNOWN_UNIT.with(Names.shortened(code)));
            return Optional.empty();
        }
        if (known.isPresent()) {
            checkForCircle(known.get(), parent.get(), tree, found);
        }
        return parent;
    }

    private static void checkForCircle(
            UnitRow unit, UnitRow parent, Map<String, UnitRow> tree, InvalidInput.Collector found) {
        Map<Long, UnitRow> byId = new HashMap<>();
        tree.values().forEach(row -> byId.put(row.id().value(), row));
        Set<Long> seen = new HashSet<>();
        UnitRow above = parent;
        while (above != null && seen.add(above.id().value())) {
            if (above.id().equals(unit.id())) {
                found.add(
                        "/parent",
                        parent == above
                                ? Complaint.OWN_PARENT.with()
                                : Complaint.PARENT_BELOW.with(parent.code()));
                return;
            }
            above = above.parent() == null ? null : byId.get(above.parent());
        }
    }

    private Optional<UnitRow> unit(
            @Nullable String code, Scope scope, InvalidInput.Collector found) {
        return unit(code, scope, Optional.empty(), found);
    }

    /// @param stays the unit the record is in already, which needs no scope of its own
    private Optional<UnitRow> unit(
            @Nullable String code,
            Scope scope,
            Optional<UnitId> stays,
            InvalidInput.Collector found) {
        if (code == null || code.isBlank()) {
            found.add("/unit", Complaint.NO_UNIT.with());
            return Optional.empty();
        }
        var unit =
                units.findByCode(code)
                        .filter(row ->
                                scope.includes(row.id()) || stays.equals(Optional.of(row.id())));
        found.check(unit.isPresent(), "/unit", Complaint.UNKNOWN_UNIT.with(Names.shortened(code)));
        return unit;
    }

    private Optional<DepartmentRow> department(
            @Nullable String code,
            Optional<GroupRow> known,
            Optional<UnitRow> unit,
            InvalidInput.Collector found) {
        if (code != null && code.isBlank()) {
            return Optional.empty();
        }
        var current =
                known.flatMap(row -> Optional.ofNullable(row.department()))
                        .flatMap(id -> departments.findById(id.value()));
        var department = code == null ? current : departments.findByCode(code);
        var visible =
                department.filter(row -> unit.isPresent() && row.unit().equals(unit.get().id()));
        if (unit.isPresent()) {
            found.check(
                    visible.isPresent() || (code == null && department.isEmpty()),
                    "/department",
                    code == null
                            ? Complaint.OTHER_DEPARTMENT.with()
                            : Complaint.UNKNOWN_DEPARTMENT.with(Names.shortened(code)));
        }
        return visible;
    }

    /// A department that has had a group keeps one.
    private void checkLeaving(
            GroupRow row, Optional<DepartmentRow> next, InvalidInput.Collector found) {
        var left = row.department();
        if (left == null || next.filter(it -> it.id().equals(left)).isPresent()) {
            return;
        }
        departments
                .lock(left.value())
                .ifPresent(department ->
                        found.check(
                                groups.findByDepartment(left.value()).size() > 1,
                                "/department",
                                Complaint.LAST_GROUP.with(department.code())));
    }

    private static Channel channel(
            @Nullable String name, Optional<GroupRow> known, InvalidInput.Collector found) {
        if (name == null) {
            return known.map(GroupRow::channel).orElse(Channel.TEAM);
        }
        for (var channel : Channel.values()) {
            if (channel.name().equals(name)) {
                return channel;
            }
        }
        found.add("/channel", Complaint.UNKNOWN_CHANNEL.with());
        return Channel.TEAM;
    }

    private Set<UnitId> unitsToWorkIn(
            @Nullable Set<String> codes,
            Optional<AgentRow> known,
            Scope scope,
            InvalidInput.Collector found) {
        Set<UnitId> current = known.map(AgentRow::mayWorkIn).orElse(Set.of());
        Set<UnitId> wanted = new HashSet<>();
        for (var code : sorted(codes)) {
            var unit =
                    units.findByCode(code)
                            .map(UnitRow::id)
                            .filter(id -> current.contains(id) || scope.includes(id));
            found.check(
                    unit.isPresent(),
                    "/mayWorkIn",
                    Complaint.UNKNOWN_UNIT.with(Names.shortened(code)));
            unit.ifPresent(wanted::add);
        }
        return wanted;
    }

    private Set<GroupId> groupsToJoin(
            @Nullable Set<String> codes,
            Optional<AgentRow> known,
            Scope scope,
            InvalidInput.Collector found) {
        Set<GroupId> current = known.map(AgentRow::groups).orElse(Set.of());
        Set<GroupId> wanted = new HashSet<>();
        for (var code : sorted(codes)) {
            var group =
                    groups.findByCode(code)
                            .filter(row ->
                                    current.contains(row.id())
                                            || scope.groups().contains(row.id())
                                            || scope.includes(row.unit()))
                            .map(GroupRow::id);
            found.check(
                    group.isPresent(),
                    "/groups",
                    Complaint.UNKNOWN_GROUP.with(Names.shortened(code)));
            group.ifPresent(wanted::add);
        }
        return wanted;
    }

    private static Set<String> sorted(@Nullable Set<String> codes) {
        return codes == null ? Set.of() : new TreeSet<>(codes);
    }

    // Scope and versions

    private static void demandInScope(UnitId unit, Scope scope, String what, String code) {
        if (!scope.includes(unit)) {
            throw new NotFound(what, code);
        }
    }

    private static void demandInScope(AgentRow row, Scope scope) {
        var inScope =
                scope.includes(row.unit())
                        || scope.agents().contains(row.id())
                        || row.groups().stream().anyMatch(scope.groups()::contains);
        if (!inScope) {
            throw new NotFound("agent", row.externalId());
        }
    }

    private void demand(
            String what, String code, Optional<Long> version, @Nullable Long expectedVersion) {
        if (expectedVersion == null || expectedVersion.equals(version.orElse(NEW))) {
            return;
        }
        if (expectedVersion == NEW) {
            throw InvalidInput.of(
                    what.equals("agent") ? "/externalId" : "/code",
                    Complaint.TAKEN.with(Names.shortened(code)));
        }
        throw conflict(what, code);
    }

    private EditConflict conflict(String what, String code) {
        return audit.conflict(what, code);
    }

    /// Runs the change; when somebody else made the same record at the same moment, once more: then
    /// it is there and is replaced, or the writer hears of it.
    private <T> T saved(String what, String code, Supplier<T> change) {
        var alone = !TransactionSynchronizationManager.isActualTransactionActive();
        try {
            return alone ? onceMoreWhenAnotherWasFirst(change) : retries.inTransaction(change);
        } catch (ConcurrencyFailureException e) {
            if (e instanceof EditConflict || !alone) {
                throw e;
            }
            throw conflict(what, code);
        }
    }

    private <T> T onceMoreWhenAnotherWasFirst(Supplier<T> change) {
        try {
            return retries.inTransaction(change);
        } catch (DataIntegrityViolationException e) {
            return retries.inTransaction(change);
        }
    }

    // What callers get back: the directory may only know after their own commit

    private static Unit record(UnitRow row) {
        var parent = row.parent();
        return new Unit(
                row.id(),
                row.code(),
                row.name(),
                ZoneId.of(row.zone()),
                parent == null ? null : new UnitId(parent),
                row.workingDays(),
                row.version());
    }

    private static Department record(DepartmentRow row) {
        return new Department(row.id(), row.code(), row.name(), row.unit(), row.version());
    }

    private static Group record(GroupRow row) {
        return new Group(
                row.id(),
                row.code(),
                row.name(),
                row.unit(),
                row.department(),
                row.channel(),
                row.version());
    }

    private static Agent record(AgentRow row, UnitRow home) {
        var ownZone = row.zone() == null ? null : ZoneId.of(row.zone());
        return new Agent(
                row.id(),
                row.externalId(),
                row.name(),
                row.email(),
                row.unit(),
                row.mayWorkIn(),
                row.groups(),
                ownZone,
                ownZone == null ? ZoneId.of(home.zone()) : ownZone,
                row.tracked(),
                row.version());
    }

    // What is written down

    private void note(Actor by, String what, String code, Optional<String> before, String after) {
        if (!before.equals(Optional.of(after))) {
            audit.changed(by, what, code, before.orElse(null), after);
        }
    }

    private String json(UnitRow row, Map<String, UnitRow> tree) {
        var parent =
                tree.values().stream()
                        .filter(above -> Long.valueOf(above.id().value()).equals(row.parent()))
                        .findFirst();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name());
        fields.put("zone", row.zone());
        fields.put("parent", parent.map(UnitRow::code).orElse(null));
        fields.put(
                "workingDays", row.workingDays().stream().sorted().map(DayOfWeek::name).toList());
        return json.writeValueAsString(fields);
    }

    private String json(DepartmentRow row) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name());
        fields.put("unit", unitCode(row.unit()));
        return json.writeValueAsString(fields);
    }

    private String json(GroupRow row) {
        var department =
                Optional.ofNullable(row.department())
                        .flatMap(id -> departments.findById(id.value()));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name());
        fields.put("unit", unitCode(row.unit()));
        fields.put("department", department.map(DepartmentRow::code).orElse(null));
        fields.put("channel", row.channel().name());
        return json.writeValueAsString(fields);
    }

    private String json(AgentRow row) {
        var groupIds = row.groups().stream().map(GroupId::value).collect(Collectors.toSet());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", row.name());
        fields.put("email", row.email());
        fields.put("unit", unitCode(row.unit()));
        fields.put("mayWorkIn", row.mayWorkIn().stream().map(this::unitCode).sorted().toList());
        fields.put(
                "groups",
                groups.findByIdIn(groupIds).stream().map(GroupRow::code).sorted().toList());
        fields.put("zone", row.zone());
        fields.put("tracked", row.tracked());
        return json.writeValueAsString(fields);
    }

    private String unitCode(UnitId id) {
        return units.findById(id.value()).map(UnitRow::code).orElseThrow();
    }
}
