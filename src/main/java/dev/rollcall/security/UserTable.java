package dev.rollcall.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/// Writes users and what they were given.
@Component
class UserTable {

    private final JdbcClient database;

    UserTable(JdbcClient database) {
        this.database = database;
    }

    /// What signing in needs to know; empty when nobody has the address.
    Optional<Credentials> credentials(String email) {
        return database.sql("select id, password_hash, enabled from app_user where email = ?")
                .param(email)
                .query((row, _) ->
                        new Credentials(
                                new UserId(row.getLong("id")),
                                row.getString("password_hash"),
                                row.getBoolean("enabled")))
                .optional();
    }

    boolean isEmpty() {
        return database.sql("select 1 from app_user limit 1")
                .query(Long.class)
                .optional()
                .isEmpty();
    }

    boolean isTaken(String email, @Nullable UserId byOtherThan) {
        return database.sql("select id from app_user where email = ?")
                .param(email)
                .query(Long.class)
                .optional()
                .filter(id -> byOtherThan == null || id != byOtherThan.value())
                .isPresent();
    }

    /// What people call the user who is an agent; empty when nobody but `than` is.
    Optional<String> nameOfUserOf(long agent, @Nullable UserId than) {
        return database.sql("select name from app_user where agent_id = ? and id <> ?")
                .params(agent, than == null ? 0 : than.value())
                .query(String.class)
                .optional();
    }

    /// Lets nobody else take part in managing users before this transaction ends.
    void lockAdministration() {
        database.sql("select id from role where code = ? for update")
                .param(Role.ADMIN)
                .query(Long.class)
                .single();
    }

    /// Whether anybody can sign in and manage users of the whole organisation.
    boolean somebodyManagesUsers() {
        return database.sql(
                        """
                        select 1 from app_user
                        join role_assignment on role_assignment.user_id = app_user.id
                        join role_permission on role_permission.role_id = role_assignment.role_id
                        where app_user.enabled and app_user.password_hash is not null
                            and role_assignment.unit_id is null and role_assignment.group_id is null
                            and role_permission.permission = ?
                        limit 1
                        """)
                .param(Permission.SECURITY_ADMIN.name())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /// @param passwordHash null: nothing they could type lets them in
    UserId insert(UserDraft user, @Nullable String passwordHash) {
        var key = new GeneratedKeyHolder();
        database.sql(
                        """
                        insert into app_user (email, name, password_hash, agent_id, enabled, version)
                        values (?, ?, ?, ?, ?, 1)
                        """)
                .param(user.email())
                .param(user.name())
                .param(passwordHash)
                .param(user.agent() == null ? null : user.agent().value())
                .param(user.enabled())
                .update(key);
        var number = key.getKey();
        if (number == null) {
            throw new IllegalStateException("The database gave a new user no number");
        }
        return new UserId(number.longValue());
    }

    /// @return false when somebody was first
    boolean update(UserId id, UserDraft user, long expectedVersion) {
        return database.sql(
                                """
                                update app_user
                                set email = ?, name = ?, agent_id = ?, enabled = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(user.email())
                        .param(user.name())
                        .param(user.agent() == null ? null : user.agent().value())
                        .param(user.enabled())
                        .param(id.value())
                        .param(expectedVersion)
                        .update()
                == 1;
    }

    void setPasswordHash(UserId id, String hash) {
        database.sql("update app_user set password_hash = ? where id = ?")
                .params(hash, id.value())
                .update();
    }

    void assign(UserId id, Set<Assignment> assignments) {
        database.sql("delete from role_assignment where user_id = ?").param(id.value()).update();
        for (var assignment : assignments) {
            database.sql(
                            """
                            insert into role_assignment (user_id, role_id, unit_id, group_id)
                            select ?, id, ?, ? from role where code = ?
                            """)
                    .param(id.value())
                    .param(assignment.unit() == null ? null : assignment.unit().value())
                    .param(assignment.group() == null ? null : assignment.group().value())
                    .param(assignment.role())
                    .update();
        }
    }

    /// @param passwordHash null when they have not chosen a password yet
    record Credentials(UserId id, @Nullable String passwordHash, boolean enabled) {

        @Override
        public String toString() {
            return "Credentials[" + id + "]";
        }
    }
}
