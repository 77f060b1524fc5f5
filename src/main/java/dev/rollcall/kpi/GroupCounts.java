package dev.rollcall.kpi;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What finished work counts as, group by group: a call is a call, a case is a service unless its
/// group deals with complaints, a chat is nothing unless somebody decides so.
@Service
public class GroupCounts {

    private static final String WHAT = "KPI of a group";

    private final JdbcClient database;
    private final Directory directory;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;

    GroupCounts(
            JdbcClient database,
            Directory directory,
            Access access,
            AuditLog audit,
            Retries retries) {
        this.database = database;
        this.directory = directory;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
    }

    /// What a finished item of a group counts as.
    public enum Counts {
        SERVICE,
        COMPLAINT,
        CALL,
        NOTHING;

        static Counts byDefault(Channel channel) {
            return switch (channel) {
                case CALL -> CALL;
                case TICKET -> SERVICE;
                case CHAT, TEAM -> NOTHING;
            };
        }

        Optional<FactKind> kind() {
            return this == NOTHING ? Optional.empty() : Optional.of(FactKind.valueOf(name()));
        }
    }

    /// The groups that have work, by name, and what it counts as.
    @Requires(Permission.SETTINGS_ADMIN)
    @Transactional(readOnly = true)
    public Map<Group, Counts> all() {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var chosen = new HashMap<GroupId, Counts>();
        database.sql("select group_id, counts_as from kpi_group")
                .query(row -> {
                    chosen.put(
                            new GroupId(row.getLong("group_id")),
                            Counts.valueOf(row.getString("counts_as")));
                });
        var all = new LinkedHashMap<Group, Counts>();
        for (var group : directory.groups(Scope.everyone())) {
            if (group.channel() != Channel.TEAM) {
                all.put(group, chosen.getOrDefault(group.id(), Counts.byDefault(group.channel())));
            }
        }
        return all;
    }

    /// Decides what finished work of a group counts as from now on.
    ///
    /// @throws NotFound when there is no such group
    @Requires(Permission.SETTINGS_ADMIN)
    public void decide(GroupId id, Counts counts) {
        access.demandWholeOrganisation(Permission.SETTINGS_ADMIN, Permission.SETTINGS_ADMIN);
        var group = directory.group(id).orElseThrow(() -> new NotFound("group", "" + id.value()));
        retries.inTransaction(() -> {
            var before = of(group);
            if (before == counts) {
                return;
            }
            database.sql(
                            "insert into kpi_group (group_id, counts_as) values (?, ?)"
                                    + " on duplicate key update counts_as = values(counts_as)")
                    .params(id.value(), counts.name())
                    .update();
            audit.changed(
                    access.viewer().actor(), WHAT, group.code(), before.name(), counts.name());
        });
    }

    Counts of(Group group) {
        return database.sql("select counts_as from kpi_group where group_id = ?")
                .param(group.id().value())
                .query(String.class)
                .optional()
                .map(Counts::valueOf)
                .orElseGet(() -> Counts.byDefault(group.channel()));
    }
}
