package dev.rollcall.usage;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import jakarta.annotation.PostConstruct;
import org.springframework.stereotype.Service;

/// Whether this organisation asks its agents how they use their own page. It is off until an admin
/// switches it on; switched off, everything that was kept goes, and everybody’s consent with it.
@Service
public class UsageSwitch {

    private static final String WHAT = "usage";

    private final UsageTable table;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private volatile Standing standing = new Standing(false, 0);

    UsageSwitch(UsageTable table, Access access, AuditLog audit, Retries retries) {
        this.table = table;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
    }

    /// @param version counts the choices; guards against overwriting another's
    public record Standing(boolean isOn, long version) {}

    @PostConstruct
    void load() {
        standing = table.standing();
    }

    public boolean isOn() {
        return standing.isOn();
    }

    public Standing standing() {
        return standing;
    }

    /// Switches it, for everybody.
    ///
    /// @param expectedVersion the version the writer saw
    /// @throws EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    public Standing switchTo(boolean on, long expectedVersion) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var by = access.viewer().actor();
        return retries.inTransactionOfItsOwn(() -> {
            if (!table.switchTo(on, expectedVersion)) {
                throw audit.conflict(WHAT, WHAT);
            }
            if (!on) {
                table.forgetEverything();
            }
            audit.changed(by, WHAT, WHAT, said(!on), said(on));
            AfterCommit.run(this::load);
            return table.standing();
        });
    }

    private static String said(boolean on) {
        return "{\"enabled\":" + on + "}";
    }
}
