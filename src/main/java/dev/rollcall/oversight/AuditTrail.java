package dev.rollcall.oversight;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntries;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.AuditFilter;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/// The audit log for those who may read it. It tells of everybody and everything, so the permission
/// has to count for the whole organisation.
@Service
@Requires(Permission.AUDIT_VIEW)
public class AuditTrail {

    private static final int PAGE = 500;

    private final AuditEntries entries;
    private final AuditLog log;
    private final Access access;
    private final Retries retries;

    AuditTrail(AuditEntries entries, AuditLog log, Access access, Retries retries) {
        this.entries = entries;
        this.log = log;
        this.access = access;
        this.retries = retries;
    }

    /// One page, newest first.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500
    public List<AuditEntry> page(AuditFilter filter, long before, int limit) {
        demandWholeOrganisation();
        return entries.page(filter, before, Math.clamp(limit, 1, PAGE));
    }

    /// One entry in full. When it tells of an agent, that it was read is written down.
    public Optional<AuditEntry> read(long number) {
        demandWholeOrganisation();
        var entry = entries.find(number);
        entry.filter(found -> found.what().equals("agent"))
                .ifPresent(found ->
                        log.looked(
                                access.viewer().actor(),
                                found.which(),
                                "audit log, entry " + number));
        return entry;
    }

    /// Everybody who is in the log as having done something.
    public List<Actor> actors() {
        demandWholeOrganisation();
        return entries.actors();
    }

    /// Every kind of thing the log tells of.
    public List<String> kindsOfThings() {
        demandWholeOrganisation();
        return entries.kindsOfThings();
    }

    /// Hands over all entries of a filter, newest first, without holding them in memory. Who took
    /// them away is written down first.
    ///
    /// @param inWords the filter in words, for the entry about it
    public void export(AuditFilter filter, String inWords, Consumer<AuditEntry> taker) {
        demandWholeOrganisation();
        var by = access.viewer().actor();
        retries.inTransaction(() -> log.changed(by, "audit log", "export", null, inWords));
        long before = Long.MAX_VALUE;
        for (var page = entries.page(filter, before, PAGE);
                !page.isEmpty();
                page = entries.page(filter, before, PAGE)) {
            page.forEach(taker);
            before = page.getLast().number();
        }
    }

    private void demandWholeOrganisation() {
        access.demandWholeOrganisation(Permission.AUDIT_VIEW, Permission.AUDIT_VIEW);
    }
}
