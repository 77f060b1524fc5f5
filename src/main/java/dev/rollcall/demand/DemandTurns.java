package dev.rollcall.demand;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Group;
import dev.rollcall.security.Access;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Lets those who write about the demand of a group go one after the other, and tells who did what.
@Component
class DemandTurns {

    private static final String WHAT = "demand";

    private final DemandTable table;
    private final Retries retries;
    private final AuditLog audit;
    private final Access access;
    private final ApplicationEventPublisher events;

    DemandTurns(
            DemandTable table,
            Retries retries,
            AuditLog audit,
            Access access,
            ApplicationEventPublisher events) {
        this.table = table;
        this.retries = retries;
        this.audit = audit;
        this.access = access;
        this.events = events;
    }

    /// Does several groups' turns, or whatever else, all or nothing.
    <T extends @Nullable Object> T together(Supplier<T> work) {
        return retries.inTransaction(work);
    }

    /// Does repeatable work when it is the group's turn.
    ///
    /// @param expected the version the writer saw, null when they do not care
    /// @param tells whether other heads may be needed afterwards
    /// @param told the change in words, for the audit log
    /// @return the new version
    /// @throws EditConflict when somebody else was first
    long take(
            Group group,
            @Nullable Long expected,
            RequirementsChanged change,
            boolean tells,
            String told,
            Runnable work) {
        return retries.inTransaction(() -> {
            if (!table.turn(group.id(), expected)) {
                throw audit.conflict(WHAT, group.code());
            }
            work.run();
            audit.changed(access.viewer().actor(), WHAT, group.code(), null, told);
            if (tells) {
                events.publishEvent(change);
            }
            return table.version(group.id());
        });
    }
}
