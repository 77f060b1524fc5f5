package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;

import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationLockTests {

    private final TestServer.Access schema = TestServer.newSchema();
    private Database one;
    private Database two;

    @BeforeEach
    void twoServersAtOneSchema() throws Exception {
        one = connect(schema);
        two = connect(schema);
    }

    @Test
    void isTheOneThatLiquibaseUses() {
        assertThat(LockServiceFactory.getInstance().getLockService(one))
                .isInstanceOf(MigrationLock.class);
    }

    @Test
    void letsOneMigrateAtATime() throws Exception {
        var first = lock(one);
        var second = lock(two);
        assertThat(first.acquireLock()).isTrue();
        assertThat(second.acquireLock()).isFalse();
        first.releaseLock();
        assertThat(second.acquireLock()).isTrue();
    }

    @Test
    void endsWithTheConnectionOfWhoeverHeldIt() throws Exception {
        assertThat(lock(one).acquireLock()).isTrue();
        one.close();
        lock(two).waitForLock();
        assertThat(lock(one).hasChangeLogLock()).isFalse();
    }

    @Test
    void holdsUpOneSchemaOnly() throws Exception {
        assertThat(lock(one).acquireLock()).isTrue();
        var elsewhere = connect(TestServer.newSchema());
        assertThat(lock(elsewhere).acquireLock()).isTrue();
    }

    private static MigrationLock lock(Database database) {
        var lock = new MigrationLock();
        lock.setDatabase(database);
        return lock;
    }

    private static Database connect(TestServer.Access schema) throws Exception {
        return DatabaseFactory.getInstance()
                .findCorrectDatabaseImplementation(new JdbcConnection(schema.connect()));
    }
}
