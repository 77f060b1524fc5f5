package dev.rollcall.mydata;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditEntries;
import dev.rollcall.audit.AuditEntry;
import dev.rollcall.audit.AuditFilter;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.mydata.OwnDataPart.Owner;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.security.Role;
import dev.rollcall.security.UserId;
import dev.rollcall.security.Viewer;
import dev.rollcall.shared.ApplicationClock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/// What is kept about the caller, for nobody but the caller.
@Service
@Requires({
    Permission.ADHERENCE_OWN,
    Permission.PRESENCE_OWN,
    Permission.WORK_OWN,
    Permission.KPI_OWN
})
public class OwnData {

    private static final int PAGE = 500;

    private final ObjectProvider<OwnDataKeeper> keepers;
    private final AuditEntries entries;
    private final AuditLog log;
    private final Access access;
    private final Directory directory;
    private final Retries retries;
    private final ApplicationClock clock;

    OwnData(
            ObjectProvider<OwnDataKeeper> keepers,
            AuditEntries entries,
            AuditLog log,
            Access access,
            Directory directory,
            Retries retries,
            ApplicationClock clock) {
        this.keepers = keepers;
        this.entries = entries;
        this.log = log;
        this.access = access;
        this.directory = directory;
        this.retries = retries;
        this.clock = clock;
    }

    /// Who looked at the caller's detail, the latest first.
    ///
    /// @param before the number of the last one seen, [Long#MAX_VALUE] for the first page
    /// @param limit how many at most, up to 500
    public List<Look> looks(long before, int limit) {
        var filter =
                new AuditFilter(
                        AuditEntry.Kind.LOOK,
                        null,
                        null,
                        "agent",
                        agent().externalId(),
                        null,
                        null);
        return entries.page(filter, before, Math.clamp(limit, 1, PAGE)).stream()
                .map(entry ->
                        new Look(
                                entry.number(),
                                entry.at(),
                                entry.by(),
                                roles(entry.by()),
                                Objects.requireNonNullElse(entry.screen(), "")))
                .toList();
    }

    private List<Role> roles(Actor by) {
        return by.kind() == Actor.Kind.USER && by.id().matches("[0-9]{1,18}")
                ? access.viewer(new UserId(Long.parseLong(by.id())))
                        .map(Viewer::roles)
                        .orElse(List.of())
                : List.of();
    }

    /// Writes everything that is kept about the caller: a zip with one JSON file and, of each part
    /// that is not empty, a CSV file. It is of one moment; that it was taken is written down.
    public void export(OutputStream to) throws IOException {
        var viewer = access.viewer();
        var agent = agent();
        var owner =
                new Owner(
                        agent.id(),
                        agent.externalId(),
                        new UserId(Long.parseLong(viewer.actor().id())));
        retries.inTransaction(
                () -> log.changed(viewer.actor(), "own data", agent.externalId(), null, "export"));
        // Finished before it is handed over: a transaction waits for nobody's network, and one that
        // begins anew begins a new file.
        var file = Files.createTempFile("rollcall-own-data", null);
        try {
            retries.inTransaction(() -> {
                try (var out = Files.newOutputStream(file)) {
                    OwnDataZip.write(parts(), owner, clock.instant(), out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Files.copy(file, to);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private List<OwnDataPart> parts() {
        var parts = new ArrayList<OwnDataPart>();
        keepers.forEach(keeper -> parts.addAll(keeper.ownData()));
        parts.sort(Comparator.comparing(OwnDataPart::name));
        return parts;
    }

    private Agent agent() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .orElseThrow(() -> new AccessDeniedException("This is for agents alone."));
    }
}
