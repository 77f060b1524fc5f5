package dev.rollcall.requests;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The kinds of time off one may ask for. They belong to the whole organisation.
@Service
public class AbsenceTypes {

    public static final int LONGEST_NAME = 60;

    private static final String WHAT = "absence type";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_.-]{0,39}");

    private final AllowanceTable table;
    private final Activities activities;
    private final Access access;
    private final AuditLog audit;

    AbsenceTypes(AllowanceTable table, Activities activities, Access access, AuditLog audit) {
        this.table = table;
        this.activities = activities;
        this.access = access;
        this.audit = audit;
    }

    /// All of them, by name. They are nobody's secret.
    @Transactional(readOnly = true)
    public List<AbsenceType> all() {
        return table.types();
    }

    /// Those one may ask for, by name.
    @Transactional(readOnly = true)
    public List<AbsenceType> offered() {
        return table.types().stream().filter(AbsenceType::offered).toList();
    }

    @Transactional(readOnly = true)
    public Optional<AbsenceType> of(String code) {
        return table.types().stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /// Adds a kind of time off or changes one. What it is counted in stays what it was: anything
    /// else would make nonsense of what was taken.
    ///
    /// @param type its version is the one the writer saw, 0 for a new one
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public AbsenceType save(AbsenceType type) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var before = of(type.code()).orElse(null);
        check(type, before == null ? type.measure() : before.measure());
        var saved =
                new AbsenceType(
                        type.code(),
                        type.name().strip(),
                        type.activity(),
                        type.measure(),
                        type.limit(),
                        type.offered(),
                        type.version() + 1);
        if (!table.write(saved)) {
            throw audit.conflict(WHAT, type.code());
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                type.code(),
                before == null ? null : told(before),
                told(saved));
        return saved;
    }

    private void check(AbsenceType type, Measure measure) {
        var problems = new InvalidInput.Collector();
        var name = type.name().strip();
        problems.check(
                CODE.matcher(type.code()).matches(), "/code", RequestComplaint.BAD_CODE.with());
        problems.check(
                !name.isEmpty() && name.length() <= LONGEST_NAME,
                "/name",
                RequestComplaint.NO_NAME.with(LONGEST_NAME));
        problems.check(
                activities
                        .of(type.activity())
                        .map(Activity::category)
                        .filter(Category.TIME_OFF::equals)
                        .isPresent(),
                "/activity",
                RequestComplaint.NO_TIME_OFF.with());
        problems.check(
                type.measure() == measure, "/measure", RequestComplaint.MEASURE_STAYS.with());
        problems.throwIfAny();
    }

    private static String told(AbsenceType type) {
        return "%s, %s, in %s, beyond the allowance: %s%s"
                .formatted(
                        type.name(),
                        type.activity(),
                        type.measure(),
                        type.limit(),
                        type.offered() ? "" : ", not offered");
    }
}
