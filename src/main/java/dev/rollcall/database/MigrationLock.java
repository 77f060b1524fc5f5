package dev.rollcall.database;

import java.sql.SQLException;
import liquibase.database.Database;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.LockService;
import org.jspecify.annotations.Nullable;

/// Lets one server at a time migrate the schema, by a lock of the database session.
///
/// Liquibase's own lock is a row in a table, which stays behind when its owner is killed and then
/// keeps every later start waiting. This one ends with the connection. Found by Liquibase through
/// `META-INF/services`.
public final class MigrationLock implements LockService {

    private static final int PATIENCE_SECONDS = 120;

    private @Nullable Database database;
    private boolean held;

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database database) {
        return database instanceof MariaDBDatabase
                && database.getConnection() instanceof JdbcConnection;
    }

    @Override
    public void setDatabase(Database database) {
        this.database = database;
    }

    @Override
    public void setChangeLogLockWaitTime(long minutes) {
        // Ours is fixed.
    }

    @Override
    public void setChangeLogLockRecheckTime(long seconds) {
        // The database wakes us.
    }

    @Override
    public boolean hasChangeLogLock() {
        return held;
    }

    @Override
    public void waitForLock() throws LockException {
        if (!acquire(PATIENCE_SECONDS)) {
            throw new LockException(
                    "Another Rollcall has been migrating this schema for %d seconds"
                            .formatted(PATIENCE_SECONDS));
        }
    }

    @Override
    public boolean acquireLock() throws LockException {
        return acquire(0);
    }

    private boolean acquire(int seconds) throws LockException {
        held =
                held
                        || ask(
                                "select get_lock(concat('rollcall ', sha1(database())), "
                                        + seconds
                                        + ")");
        return held;
    }

    @Override
    public void releaseLock() throws LockException {
        if (held) {
            held = false;
            ask("select release_lock(concat('rollcall ', sha1(database())))");
        }
    }

    /// @return whether the database answered with 1
    private boolean ask(String sql) throws LockException {
        if (database == null || !(database.getConnection() instanceof JdbcConnection connection)) {
            throw new LockException("No database to lock");
        }
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getInt(1) == 1;
        } catch (SQLException | DatabaseException e) {
            throw new LockException(e);
        }
    }

    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    @Override
    public void forceReleaseLock() throws LockException {
        releaseLock();
    }

    @Override
    public void reset() {
        held = false;
    }

    @Override
    public void init() {
        // No table to make.
    }

    @Override
    public void destroy() {
        reset();
    }
}
