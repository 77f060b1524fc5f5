package dev.rollcall.planner;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.UnitId;
import dev.rollcall.planner.ShiftTemplate.Pause;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.EditConflict;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The shift templates: those of the whole organisation, and those of single units.
@Service
public class ShiftTemplates {

    static final String WHAT = "shift template";
    public static final int LONGEST_NAME = 60;
    private static final Duration LONGEST_SHIFT = Duration.ofHours(36);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    private final TemplateTable table;
    private final RotationTable rotations;
    private final Activities activities;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;

    ShiftTemplates(
            TemplateTable table,
            RotationTable rotations,
            Activities activities,
            Directory directory,
            Access access,
            AuditLog audit) {
        this.table = table;
        this.rotations = rotations;
        this.activities = activities;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /// Everything the caller may use: everybody's templates and those of the units they plan, by
    /// when the shift begins.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<ShiftTemplate> list() {
        return table.all().stream().filter(template -> maySee(template.unit())).toList();
    }

    /// The templates for the people of a unit: everybody's, and those of the unit and of the units
    /// above it.
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public List<ShiftTemplate> of(UnitId unit) {
        return table.all().stream()
                .filter(template -> {
                    var owner = template.unit();
                    return owner == null || directory.withDescendants(owner).contains(unit);
                })
                .toList();
    }

    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional(readOnly = true)
    public Optional<ShiftTemplate> find(TemplateId id) {
        return table.find(id).filter(template -> maySee(template.unit()));
    }

    /// Whether the caller may change a template of a unit, or everybody's.
    public boolean mayChange(@Nullable UnitId unit) {
        var scope = access.viewer().scope(Permission.SCHEDULE_WRITE);
        return unit == null ? scope.everybody() : scope.includes(unit);
    }

    private boolean maySee(@Nullable UnitId unit) {
        return unit == null || mayChange(unit);
    }

    /// Saves a template, a new one or a known one.
    ///
    /// @param id null: a new one
    /// @param expectedVersion the version the writer saw; 0 for a new one
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    /// @throws NotFound when it is gone, or not the caller's to change
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public ShiftTemplate save(@Nullable TemplateId id, TemplateDraft draft, long expectedVersion) {
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
            throw InvalidInput.of("/name", PlannerComplaint.NAME_TAKEN.with());
        }
    }

    /// Takes a template away. What was planned with it stays.
    ///
    /// @throws InvalidInput while a rotation uses it
    /// @throws NotFound when it is gone, or not the caller's to change
    @Requires(Permission.SCHEDULE_WRITE)
    @Transactional
    public void remove(TemplateId id) {
        var before = changeable(id);
        if (rotations.isUsed(id)) {
            throw InvalidInput.of("", PlannerComplaint.TEMPLATE_IN_USE.with());
        }
        table.remove(id);
        note(before, null);
    }

    private ShiftTemplate changeable(TemplateId id) {
        return table.find(id)
                .filter(template -> mayChange(template.unit()))
                .orElseThrow(() -> new NotFound(WHAT, "" + id.value()));
    }

    private EditConflict conflict(ShiftTemplate template) {
        return audit.conflict(WHAT, template.name());
    }

    private void note(@Nullable ShiftTemplate before, @Nullable ShiftTemplate after) {
        var named = Objects.requireNonNull(after == null ? before : after);
        audit.changed(
                access.viewer().actor(),
                WHAT,
                named.name(),
                before == null ? null : told(before),
                after == null ? null : told(after));
    }

    private static String told(ShiftTemplate template) {
        return template.stretches().stream()
                        .map(each -> each.start() + "-" + each.end())
                        .collect(Collectors.joining(", "))
                + template.pauses().stream()
                        .map(each ->
                                "; %s %d min after %d to %d min"
                                        .formatted(
                                                each.activity(),
                                                each.length().toMinutes(),
                                                each.earliest().toMinutes(),
                                                each.latest().toMinutes()))
                        .collect(Collectors.joining());
    }

    // ------------------------------------------------------------------ what is refused

    private void check(TemplateDraft draft) {
        var problems = new InvalidInput.Collector();
        var name = draft.name().strip();
        problems.check(
                !name.isEmpty() && name.length() <= LONGEST_NAME,
                "/name",
                PlannerComplaint.NO_NAME.with());
        problems.check(mayChange(draft.unit()), "/unit", PlannerComplaint.UNKNOWN_UNIT.with());
        if (problems.check(
                !draft.stretches().isEmpty(), "/stretches", PlannerComplaint.NO_HOURS.with())) {
            checkHours(draft, problems);
        }
        problems.throwIfAny();
    }

    private void checkHours(TemplateDraft draft, InvalidInput.Collector problems) {
        var shape =
                new ShiftTemplate(
                        new TemplateId(0),
                        draft.name(),
                        draft.unit(),
                        draft.stretches(),
                        draft.pauses(),
                        1);
        var length = Duration.ofMinutes(shape.minutes());
        problems.check(
                length.compareTo(LONGEST_SHIFT) <= 0,
                "/stretches",
                PlannerComplaint.TOO_LONG.with(LONGEST_SHIFT.toHours()));
        for (int i = 0; i < draft.pauses().size(); i++) {
            checkPause(draft.pauses().get(i), length, "/pauses/" + i, problems);
        }
    }

    private void checkPause(
            Pause pause, Duration shift, String pointer, InvalidInput.Collector problems) {
        problems.check(
                activities
                        .of(pause.activity())
                        .map(Activity::category)
                        .filter(Category.AUXILIARY::equals)
                        .isPresent(),
                pointer + "/activity",
                PlannerComplaint.UNKNOWN_ACTIVITY.with());
        problems.check(
                pause.length().toMinutes() >= 1 && pause.length().compareTo(LONGEST_PAUSE) <= 0,
                pointer + "/length",
                PlannerComplaint.BAD_LENGTH.with());
        problems.check(
                !pause.earliest().isNegative() && pause.latest().compareTo(pause.earliest()) >= 0,
                pointer + "/latest",
                PlannerComplaint.BAD_WINDOW.with());
        problems.check(
                pause.latest().plus(pause.length()).compareTo(shift) <= 0,
                pointer + "/latest",
                PlannerComplaint.PAUSE_OUTSIDE.with());
    }
}
