package dev.rollcall.planner;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rotations, and who works by which from when on.
@Service
public class Rotations {

    static final String WHAT = "rotation";
    public static final int MOST_WEEKS = 26;

    private final RotationTable table;
    private final ShiftTemplates templates;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;

    Rotations(
            RotationTable table,
            ShiftTemplates templates,
            Directory directory,
            Access access,
            AuditLog audit) {
        this.table = table;
        this.templates = templates;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /// The rotations for the people of a unit: everybody's, and those of the unit and of the units
    /// above it; by name.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<Rotation> of(UnitId unit) {
        return table.all().stream()
                .filter(rotation -> {
                    var owner = rotation.unit();
                    return owner == null || directory.withDescendants(owner).contains(unit);
                })
                .toList();
    }

    /// Which rotations some people work by, with all that is needed to lay them out.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public RotationPlan plan(Collection<AgentId> people) {
        var assigned = table.assigned(people);
        return assigned.isEmpty()
                ? RotationPlan.NONE
                : new RotationPlan(
                        table.all().stream()
                                .collect(Collectors.toMap(Rotation::id, Function.identity())),
                        templates.list().stream()
                                .collect(Collectors.toMap(ShiftTemplate::id, Function.identity())),
                        assigned);
    }

    /// Saves a rotation, a new one or a known one.
    ///
    /// @param id null: a new one
    /// @param expectedVersion the version the writer saw; 0 for a new one
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when it is gone, or not the caller's to change
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public Rotation save(@Nullable RotationId id, RotationDraft draft, long expectedVersion) {
        check(draft);
        var before = id == null ? null : changeable(id);
        try {
            var saved = before == null ? table.insert(draft) : before.id();
            if (before != null
                    && (before.version() != expectedVersion
                            || !table.update(before.id(), draft, expectedVersion))) {
                throw conflict(before);
            }
            var after = table.find(saved).orElseThrow();
            note(before, after);
            return after;
        } catch (DuplicateKeyException e) {
            throw InvalidInput.of("/name", PlannerComplaint.ROTATION_TAKEN.with());
        }
    }

    /// Takes a rotation away.
    ///
    /// @throws InvalidInput while somebody works by it, or did
    /// @throws NotFound when it is gone, or not the caller's to change
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public void remove(RotationId id) {
        var before = changeable(id);
        if (table.isUsed(id)) {
            throw InvalidInput.of("", PlannerComplaint.ROTATION_IN_USE.with());
        }
        table.remove(id);
        note(before, null);
    }

    /// Lets people work by a rotation from a date on, which lies in its first week. What was to
    /// begin later is forgotten. Nothing is drafted by that.
    ///
    /// @param rotation null: by none
    /// @throws NotFound when there is no such rotation, or somebody is not among those the caller
    ///   may plan
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public void assign(Collection<AgentId> people, LocalDate from, @Nullable RotationId rotation) {
        var scope = access.scope(Permission.SCHEDULE_WRITE);
        var monday = from.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var which =
                rotation == null
                        ? null
                        : table.find(rotation)
                                .orElseThrow(() -> new NotFound(WHAT, "" + rotation.value()));
        var distinct = people.stream().distinct().toList();
        for (var id : distinct) {
            var person =
                    directory
                            .agent(id)
                            .filter(each -> scope.includes(each, null))
                            .orElseThrow(() -> new NotFound("agent", "" + id.value()));
            audit.changed(
                    access.viewer().actor(),
                    AgreedTerms.WHAT,
                    person.externalId(),
                    null,
                    "%s from %s".formatted(which == null ? "no rotation" : which.name(), monday));
        }
        table.assign(distinct, monday, rotation);
    }

    /// Whether the caller may change a rotation of a unit, or everybody's.
    public boolean mayChange(@Nullable UnitId unit) {
        return templates.mayChange(unit);
    }

    private Rotation changeable(RotationId id) {
        return table.find(id)
                .filter(rotation -> mayChange(rotation.unit()))
                .orElseThrow(() -> new NotFound(WHAT, "" + id.value()));
    }

    private EditConflict conflict(Rotation rotation) {
        return audit.conflict(WHAT, rotation.name());
    }

    private void note(@Nullable Rotation before, @Nullable Rotation after) {
        var named = Objects.requireNonNull(after == null ? before : after);
        audit.changed(
                access.viewer().actor(),
                WHAT,
                named.name(),
                before == null ? null : told(before),
                after == null ? null : told(after));
    }

    private String told(Rotation rotation) {
        var names =
                templates.list().stream()
                        .collect(Collectors.toMap(ShiftTemplate::id, ShiftTemplate::name));
        return rotation.weeks().stream()
                .map(week ->
                        week.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(day ->
                                        day.getKey()
                                                + " "
                                                + names.getOrDefault(day.getValue(), "?"))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
    }

    private void check(RotationDraft draft) {
        var problems = new InvalidInput.Collector();
        var name = draft.name().strip();
        problems.check(
                !name.isEmpty() && name.length() <= ShiftTemplates.LONGEST_NAME,
                "/name",
                PlannerComplaint.NO_NAME.with());
        problems.check(mayChange(draft.unit()), "/unit", PlannerComplaint.UNKNOWN_UNIT.with());
        problems.check(
                !draft.weeks().isEmpty() && draft.weeks().size() <= MOST_WEEKS,
                "/weeks",
                PlannerComplaint.BAD_WEEKS.with(MOST_WEEKS));
        problems.check(
                draft.weeks().stream().anyMatch(week -> !week.isEmpty()),
                "/weeks",
                PlannerComplaint.EMPTY_ROTATION.with());
        var known = templates.list().stream().map(ShiftTemplate::id).collect(Collectors.toSet());
        problems.check(
                draft.weeks().stream().allMatch(week -> known.containsAll(week.values())),
                "/weeks",
                PlannerComplaint.UNKNOWN_TEMPLATE.with());
        problems.throwIfAny();
    }
}
