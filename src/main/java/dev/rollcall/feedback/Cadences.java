package dev.rollcall.feedback;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How often people of a unit are to hear something: after so many days without feedback they are
/// due. A unit that says nothing does as the one above it.
@Service
public class Cadences {

    /// Where nobody says anything: two weeks.
    public static final int USUAL = 14;

    private static final int MOST = 365;
    private static final String WHAT = "feedback cadence";

    private final JdbcClient database;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;

    Cadences(JdbcClient database, Directory directory, Access access, AuditLog audit) {
        this.database = database;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /// What units say themselves, in days.
    @Transactional(readOnly = true)
    public Map<UnitId, Integer> own() {
        var found = new HashMap<UnitId, Integer>();
        database.sql("select unit_id, days from feedback_cadence")
                .query(row -> {
                    found.put(new UnitId(row.getLong("unit_id")), row.getInt("days"));
                });
        return found;
    }

    /// What counts for a unit, in days.
    ///
    /// @param own see [#own]
    public int days(UnitId unit, Map<UnitId, Integer> own) {
        var seen = new HashSet<UnitId>();
        UnitId at = unit;
        while (at != null && seen.add(at)) {
            var days = own.get(at);
            if (days != null) {
                return days;
            }
            at = directory.unit(at).map(Unit::parent).orElse(null);
        }
        return USUAL;
    }

    /// Settles it for a unit and those below it that say nothing themselves.
    ///
    /// @param days from 1 to 365; null: as above
    /// @throws InvalidInput when it is another number
    /// @throws NotFound when there is no such unit
    @Requires(Permission.FEEDBACK_ADMIN)
    @Transactional
    public void settle(UnitId unit, @Nullable Integer days) {
        access.demandWholeOrganisation(Permission.FEEDBACK_ADMIN, Permission.FEEDBACK_ADMIN);
        var known = directory.unit(unit).orElseThrow(() -> new NotFound("unit", "" + unit.value()));
        if (days != null && (days < 1 || days > MOST)) {
            throw InvalidInput.of(
                    "/days",
                    FeedbackCheck.sentence(
                            "days", "Say a number of days from 1 to %d.".formatted(MOST), MOST));
        }
        var before = own().get(unit);
        if (days == null) {
            database.sql("delete from feedback_cadence where unit_id = ?")
                    .param(unit.value())
                    .update();
        } else {
            database.sql(
                            """
                            insert into feedback_cadence (unit_id, days) values (:unit, :days)
                            on duplicate key update days = :days, version = version + 1
                            """)
                    .param("unit", unit.value())
                    .param("days", days)
                    .update();
        }
        audit.changed(
                access.viewer().actor(),
                WHAT,
                known.code(),
                before == null ? null : before + " days",
                days == null ? null : days + " days");
    }
}
