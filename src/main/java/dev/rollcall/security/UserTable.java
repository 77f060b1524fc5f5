package dev.rollcall.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
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

    boolean isTaken(long agent, @Nullable UserId byOtherThan) {
        return database.sql("select id from app_user where agent_id = ?")
                .param(agent)
                .query(Long.class)
                .optional()
                .filter(id -> byOtherThan == null || id != byOtherThan.value())
                .isPresent();
    }

    UserId insert(UserDraft user, String passwordHash) {
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

    /// @throws OptimisticLockingFailureException when somebody was first
    void update(UserId id, UserDraft user, long expectedVersion) {
        var found =
                database.sql(
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
                        .update();
        if (found == 0) {
            throw new OptimisticLockingFailureException(
                    "The user was changed meanwhile. Load it again and repeat the change.");
        }
    }

    void setPasswordHash(UserId id, String hash) {
        database.sql("update app_user set password_hash = ?, version = version + 1 where id = ?")
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

    record Credentials(UserId id, String passwordHash, boolean enabled) {

        @Override
        public String toString() {
            return "Credentials[" + id + "]";
        }
    }
}
