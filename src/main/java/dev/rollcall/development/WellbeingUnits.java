package dev.rollcall.development;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which units ask their people how the week was. A unit that says nothing does as the one above
/// it; where nobody says anything, nobody is asked.
@Service
public class WellbeingUnits {

    private static final String WHAT = "wellbeing check-ins";

    private final JdbcClient database;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;

    WellbeingUnits(JdbcClient database, Directory directory, Access access, AuditLog audit) {
        this.database = database;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
    }

    /// What units say themselves.
    @Transactional(readOnly = true)
    public Map<UnitId, Boolean> own() {
        var found = new HashMap<UnitId, Boolean>();
        database.sql("select unit_id, asks from development_wellbeing_unit")
                .query(row -> {
                    found.put(new UnitId(row.getLong("unit_id")), row.getBoolean("asks"));
                });
        return found;
    }

    /// Whether the people of a unit are asked.
    ///
    /// @param own see [#own]
    public boolean asks(UnitId unit, Map<UnitId, Boolean> own) {
        var seen = new HashSet<UnitId>();
        UnitId at = unit;
        while (at != null && seen.add(at)) {
            var asks = own.get(at);
            if (asks != null) {
                return asks;
            }
            at = directory.unit(at).map(Unit::parent).orElse(null);
        }
        return false;
    }

    /// Settles it for a unit and those below it that say nothing themselves.
    ///
    /// @param asks null: as above
    /// @throws NotFound when there is no such unit
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional
    public void settle(UnitId unit, @Nullable Boolean asks) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var known = directory.unit(unit).orElseThrow(() -> new NotFound("unit", "" + unit.value()));
        var before = own().get(unit);
        if (asks == null) {
            database.sql("delete from development_wellbeing_unit where unit_id = ?")
                    .param(unit.value())
                    .update();
        } else {
            database.sql(
                            """
                            insert into development_wellbeing_unit (unit_id, asks) values (:unit, :asks)
                            on duplicate key update asks = :asks, version = version + 1
                            """)
                    .param("unit", unit.value())
                    .param("asks", asks)
                    .update();
        }
        audit.changed(access.viewer().actor(), WHAT, known.code(), inWords(before), inWords(asks));
    }

    private static @Nullable String inWords(@Nullable Boolean asks) {
        return asks == null ? null : asks ? "asks" : "does not ask";
    }
}
