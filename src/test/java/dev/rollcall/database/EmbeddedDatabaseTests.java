package dev.rollcall.database;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// On the real server and with real signals: everything killed here is `kill -9`.
@Timeout(60)
class EmbeddedDatabaseTests {

    @TempDir private Path folder;

    /// Unpacked programs are shared; each test sets up data of its own.
    @BeforeEach
    void shareThePrograms() throws IOException {
        var shared = TestServer.programs();
        Files.createSymbolicLink(folder.resolve(shared.getFileName()), shared);
    }

    /// A failed test leaves no server behind.
    @AfterEach
    void stopWhatIsLeft() throws IOException {
        if (Files.exists(folder.resolve("database/mariadb.pid"))) {
            serverProcess().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void keepsItsDataFromStartToStart() throws Exception {
        try (var database = start()) {
            execute(database, "create table entry (id int primary key)");
            execute(database, "insert into entry values (7)");
        }
        try (var database = start()) {
            assertThat(query(database, "select id from entry")).isEqualTo("7");
        }
    }

    @Test
    void listensOnThisMachineOnlyAndSpeaksUtf8InUtc() throws Exception {
        try (var database = start()) {
            assertThat(query(database, "select @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(query(database, "select @@character_set_database")).isEqualTo("utf8mb4");
            assertThat(query(database, "select @@time_zone")).isEqualTo("+00:00");
            assertThat(query(database, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordThatOnlyTheOwnerCanRead() throws Exception {
        try (var database = start()) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("client.cnf")))
                    .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
            for (var user : List.of("root", "", EmbeddedDatabase.USER)) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, ""))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
        }
    }

    @Test
    void makesANewPasswordWhenTheOldOneIsLost() throws Exception {
        try (var database = start()) {
            execute(database, "create table entry (id int primary key)");
        }
        Files.delete(folder.resolve("client.cnf"));
        try (var database = start()) {
            assertThat(query(database, "select count(*) from entry")).isEqualTo("0");
        }
    }

    @Test
    void setsUpAgainWhatAnInterruptedStartLeftHalfDone() throws Exception {
        Files.createDirectories(folder.resolve("database.new/mysql"));
        try (var database = start()) {
            assertThat(query(database, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void stopsWithTheApplication() {
        ProcessHandle server;
        try (var database = start()) {
            server = database.server().orElseThrow();
        }
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void refusesAFolderThatThisProcessUses() {
        try (var database = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage(inUseBy(ProcessHandle.current().pid()));
            assertThat(database.server()).isPresent();
        }
    }

    @Test
    void refusesAFolderThatAnotherProcessUses() throws Exception {
        try (var other = ForkedDatabase.on(folder)) {
            other.awaitRows(1);
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessage(inUseBy(other.pid()));
        } finally {
            start().close();
        }
    }

    @Test
    void isRefusedByAnotherProcessThatComesLater() throws Exception {
        try (var database = start();
                var other = ForkedDatabase.on(folder)) {
            assertThat(other.awaitLine("The folder"))
                    .isEqualTo(inUseBy(ProcessHandle.current().pid()));
            assertThat(database.server()).isPresent();
        }
    }

    @Test
    void adoptsTheServerOfAKilledApplicationWithEveryAcknowledgedRow() throws Exception {
        int acknowledged;
        try (var killed = ForkedDatabase.on(folder)) {
            killed.awaitRows(200);
            acknowledged = killed.kill();
        }
        var orphan = serverProcess().orElseThrow();
        try (var database = start()) {
            assertThat(database.server()).contains(orphan);
            assertThat(rows(database)).isGreaterThanOrEqualTo(acknowledged);
        }
        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void recoversEveryAcknowledgedRowWhenTheServerWasKilledToo() throws Exception {
        int acknowledged;
        try (var killed = ForkedDatabase.on(folder)) {
            killed.awaitRows(200);
            acknowledged = killed.kill();
        }
        kill(serverProcess().orElseThrow());
        try (var database = start()) {
            assertThat(rows(database)).isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void replacesTheServerOfAKilledApplicationThatWasStartedDifferently() throws Exception {
        try (var killed = ForkedDatabase.on(folder)) {
            killed.awaitRows(1);
            killed.kill();
        }
        var orphan = serverProcess().orElseThrow();
        try (var database =
                EmbeddedDatabase.start(folder, List.of("--innodb-buffer-pool-size=64M"))) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(query(database, "select @@innodb_buffer_pool_size")).isEqualTo("67108864");
        }
    }

    @Test
    void bringsAServerBackThatDiesUnderTheApplication() throws Exception {
        try (var database = start()) {
            execute(database, "create table entry (id int primary key)");
            execute(database, "insert into entry values (7)");
            var url = database.url();
            var first = database.server().orElseThrow();
            kill(first);
            while (database.server().filter(now -> now.pid() != first.pid()).isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(database.url()).isEqualTo(url);
            assertThat(query(database, "select id from entry")).isEqualTo("7");
        }
    }

    @Test
    void saysWhatTheServerSaidWhenItDoesNotStart() {
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, List.of("--no-such-option")))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("unknown option '--no-such-option'")
                .hasMessageContaining("ROLLCALL_DB_URL");
        start().close();
    }

    @Test
    void saysWhichFolderItCannotUse() throws Exception {
        var file = Files.createFile(folder.resolve("a-file"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file, List.of()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("rollcall.database.directory");
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, List.of());
    }

    private String inUseBy(long process) {
        return ("The folder %s is in use by another Rollcall (process %d). Stop it, or name another"
                        + " folder in rollcall.database.directory.")
                .formatted(folder, process);
    }

    private Optional<ProcessHandle> serverProcess() throws IOException {
        var pid = Files.readString(folder.resolve("database/mariadb.pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid));
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private static int rows(EmbeddedDatabase database) throws SQLException {
        return Integer.parseInt(query(database, "select count(*) from entry"));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }
}
