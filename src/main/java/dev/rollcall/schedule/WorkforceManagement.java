package dev.rollcall.schedule;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.AfterCommit;
import dev.rollcall.shared.EditConflict;
import jakarta.annotation.PostConstruct;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;

/// The one switch: whether this organisation plans shifts and looks at adherence. It opens and
/// shuts pages; what comes from other programs is taken either way, so that nothing is lost. From
/// memory.
///
/// Until somebody decides it follows the plans: off while there is none, on from the first one.
@Service
public class WorkforceManagement {

    private static final String WHAT = "workforceManagement";

    private final JdbcClient database;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;
    private final ApplicationEventPublisher events;
    private volatile Standing standing = new Standing(null, false, 1);

    WorkforceManagement(
            JdbcClient database,
            Access access,
            AuditLog audit,
            Retries retries,
            ApplicationEventPublisher events) {
        this.database = database;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
        this.events = events;
    }

    /// @param decided what somebody chose, null: nobody has
    /// @param planned whether there was ever a plan
    /// @param version counts the choices; guards against overwriting another's
    public record Standing(@Nullable Boolean decided, boolean planned, long version) {

        public boolean isOn() {
            return decided == null ? planned : decided;
        }
    }

    @PostConstruct
    void load() {
        standing = read();
    }

    public boolean isOn() {
        return standing.isOn();
    }

    /// Whether a page is there now.
    public boolean offers(Class<?> view) {
        return isOn() || !view.isAnnotationPresent(PartOfWorkforceManagement.class);
    }

    public Standing standing() {
        return standing;
    }

    /// Switches it, for everybody and in every open page.
    ///
    /// @param expectedVersion the version the writer saw
    /// @throws EditConflict when somebody was first
    @Requires(Permission.SETTINGS_ADMIN)
    public Standing switchTo(boolean on, long expectedVersion) {
        var viewer = access.viewer();
        if (!viewer.scope(Permission.SETTINGS_ADMIN).everybody()) {
            throw new AccessDeniedException(
                    "Workforce management is switched for the whole organisation, not for a part"
                            + " of it");
        }
        return retries.inTransactionOfItsOwn(() -> {
            int changed =
                    database.sql(
                                    """
                                    update workforce_management set enabled = ?, version = version + 1
                                    where id = 1 and version = ?
                                    """)
                            .params(on, expectedVersion)
                            .update();
            if (changed == 0) {
                throw audit.conflict(WHAT, WHAT);
            }
            var before = standing.isOn();
            audit.changed(viewer.actor(), WHAT, WHAT, said(before), said(on));
            AfterCommit.run(() -> {
                load();
                events.publishEvent(new WorkforceManagementSwitched(on));
            });
            return read();
        });
    }

    /// The first plan switches it on, unless somebody decided otherwise.
    @TransactionalEventListener(fallbackExecution = true)
    void on(ScheduleChanged change) {
        var before = standing;
        if (before.planned()) {
            return;
        }
        standing = new Standing(before.decided(), true, before.version());
        if (!before.isOn() && standing.isOn()) {
            events.publishEvent(new WorkforceManagementSwitched(true));
        }
    }

    private Standing read() {
        return database.sql(
                        """
                        select enabled, version, exists(select 1 from day_plan) as planned
                        from workforce_management where id = 1
                        """)
                .query((row, _) -> {
                    boolean enabled = row.getBoolean("enabled");
                    Boolean decided = row.wasNull() ? null : Boolean.valueOf(enabled);
                    return new Standing(decided, row.getBoolean("planned"), row.getLong("version"));
                })
                .single();
    }

    private static String said(boolean on) {
        return "{\"enabled\":" + on + "}";
    }
}
