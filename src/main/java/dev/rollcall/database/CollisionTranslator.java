package dev.rollcall.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;

/// Puts [Collision]s into Spring's family of concurrency failures, and [Refusal]s into that of
/// failures that pass; Spring alone leaves MariaDB's snapshot conflict and lock wait, its read-only
/// mode and its full disk uncategorised.
final class CollisionTranslator extends SQLErrorCodeSQLExceptionTranslator {

    CollisionTranslator(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected @Nullable DataAccessException customTranslate(
            String task, @Nullable String sql, SQLException e) {
        if (Refusal.in(e).isPresent()) {
            return new TransientDataAccessResourceException(buildMessage(task, sql, e), e);
        }
        return Collision.in(e)
                .map(collision ->
                        switch (collision) {
                            case SNAPSHOT ->
                                    new OptimisticLockingFailureException(
                                            buildMessage(task, sql, e), e);
                            case LOCK_WAIT, DEADLOCK ->
                                    new CannotAcquireLockException(buildMessage(task, sql, e), e);
                        })
                .orElse(null);
    }
}
