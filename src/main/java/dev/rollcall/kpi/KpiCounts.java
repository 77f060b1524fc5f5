package dev.rollcall.kpi;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.HashSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/// Counts facts anew: what was added up as they came must be what a recount finds. Facts that come
/// meanwhile wait for one person at a time.
@Service
public class KpiCounts {

    private final FactTable table;
    private final Directory directory;
    private final Retries retries;
    private final AuditLog audit;
    private final Access access;
    private final ApplicationEventPublisher events;

    KpiCounts(
            FactTable table,
            Directory directory,
            Retries retries,
            AuditLog audit,
            Access access,
            ApplicationEventPublisher events) {
        this.table = table;
        this.directory = directory;
        this.retries = retries;
        this.audit = audit;
        this.access = access;
        this.events = events;
    }

    /// @return how many people's counts were not what their facts add up to, and are now
    @Requires(Permission.SETTINGS_ADMIN)
    public int recount() {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var mended = new HashSet<AgentId>();
        for (var agent : directory.everybody()) {
            if (recount(agent.id())) {
                mended.add(agent.id());
            }
        }
        retries.inTransaction(() ->
                audit.changed(
                        access.viewer().actor(),
                        "KPI counts",
                        "all",
                        null,
                        "counted anew; mended people: " + mended.size()));
        if (!mended.isEmpty()) {
            events.publishEvent(new KpiFactsCounted(mended));
        }
        return mended.size();
    }

    /// @return whether the counts were other ones
    private boolean recount(AgentId agent) {
        return retries.inTransactionOfItsOwn(() -> {
            table.lockEverySource();
            var counted = table.recount(agent);
            if (counted.equals(table.counts(agent))) {
                return false;
            }
            table.replaceCounts(agent, counted);
            return true;
        });
    }
}
