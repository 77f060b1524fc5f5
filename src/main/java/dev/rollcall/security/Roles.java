package dev.rollcall.security;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// Sets of permissions by name. The built-in ones stay as they are; custom ones may be added. A
/// change counts from the next check on, for everybody who has the role.
@Component
@Requires(Permission.SECURITY_ADMIN)
public class Roles {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final int LONGEST_NAME = 200;

    private final JdbcClient database;
    private final UserTable table;
    private final Grants grants;
    private final Access access;
    private final AuditLog audit;
    private final Retries retries;

    Roles(
            JdbcClient database,
            UserTable table,
            Grants grants,
            Access access,
            AuditLog audit,
            Retries retries) {
        this.database = database;
        this.table = table;
        this.grants = grants;
        this.access = access;
        this.audit = audit;
        this.retries = retries;
    }

    /// All roles, built-in ones first, then by name.
    public List<Role> list() {
        demandWholeOrganisation();
        return grants.everyRole().stream()
                .sorted(
                        Comparator.comparing((Role role) -> !role.builtIn())
                                .thenComparing(Role::name))
                .toList();
    }

    /// Creates or replaces a custom role.
    ///
    /// @param expectedVersion the version the writer saw, 0 when it must not exist yet, null when
    ///   they do not care
    /// @throws InvalidInput naming every bad field
    /// @throws EditConflict when somebody was first
    public Role put(
            String code, String name, Set<Permission> permissions, @Nullable Long expectedVersion) {
        demandWholeOrganisation();
        var stripped = name.strip();
        var found = new InvalidInput.Collector();
        found.check(CODE.matcher(code).matches(), "/code", Complaint.BAD_CODE.with());
        found.check(
                !stripped.isEmpty()
                        && stripped.codePointCount(0, stripped.length()) <= LONGEST_NAME,
                "/name",
                Complaint.BAD_NAME.with(LONGEST_NAME));
        found.check(
                grants.role(code).filter(Role::builtIn).isEmpty(),
                "/code",
                Complaint.BUILT_IN.with());
        found.throwIfAny();
        var by = access.viewer().actor();
        return retries.inTransactionOfItsOwn(() -> {
            table.lockAdministration();
            boolean managed = table.somebodyManagesUsers();
            var known =
                    database.sql("select id, version from role where code = ? for update")
                            .param(code)
                            .query(Known.class)
                            .optional();
            var version = known.map(Known::version).orElse(0L);
            demand(code, version, expectedVersion);
            var before = grants.role(code).map(Roles::inWords).orElse(null);
            known.ifPresentOrElse(
                    row -> {
                        database.sql(
                                        "update role set name = ?, version = version + 1"
                                                + " where id = ?")
                                .params(stripped, row.id())
                                .update();
                        database.sql("delete from role_permission where role_id = ?")
                                .param(row.id())
                                .update();
                    },
                    () ->
                            database.sql(
                                            "insert into role (code, name, built_in,"
                                                    + " version) values (?, ?, false, 1)")
                                    .params(code, stripped)
                                    .update());
            for (var permission : permissions) {
                database.sql(
                                "insert into role_permission (role_id, permission)"
                                        + " select id, ? from role where code = ?")
                        .params(permission.name(), code)
                        .update();
            }
            if (managed && !table.somebodyManagesUsers()) {
                throw InvalidInput.of("/permissions", Complaint.LAST_ADMIN.with());
            }
            var after = new Role(code, stripped, false, permissions, version + 1);
            audit.changed(by, "role", code, before, inWords(after));
            grants.changingRoles();
            return after;
        });
    }

    /// Removes a custom role that nobody has.
    ///
    /// @throws NotFound when there is none
    /// @throws InvalidInput when it is built in or somebody has it
    public void remove(String code) {
        demandWholeOrganisation();
        var role = grants.role(code).orElseThrow(() -> new NotFound("role", code));
        var found = new InvalidInput.Collector();
        found.check(!role.builtIn(), "/code", Complaint.BUILT_IN_STAYS.with());
        found.check(!grants.isGiven(role), "/code", Complaint.ROLE_GIVEN.with());
        found.throwIfAny();
        var by = access.viewer().actor();
        retries.inTransaction(() -> {
            database.sql(
                            "delete from role_permission where role_id = (select id from"
                                    + " role where code = ?)")
                    .param(code)
                    .update();
            database.sql("delete from role where code = ?").param(code).update();
            audit.changed(by, "role", code, inWords(role), null);
            grants.changingRoles();
        });
    }

    private void demand(String code, long version, @Nullable Long expectedVersion) {
        if (expectedVersion == null || expectedVersion == version) {
            return;
        }
        if (expectedVersion == 0) {
            throw InvalidInput.of("/code", Complaint.CODE_TAKEN.with(code));
        }
        throw audit.conflict("role", code);
    }

    private void demandWholeOrganisation() {
        if (!access.scope(Permission.SECURITY_ADMIN).everybody()) {
            throw new AccessDeniedException(
                    "Roles are managed for the whole organisation, not for a part of it");
        }
    }

    private static String inWords(Role role) {
        return role.name()
                + ": "
                + role.permissions().stream()
                        .map(Permission::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private record Known(long id, long version) {}
}
