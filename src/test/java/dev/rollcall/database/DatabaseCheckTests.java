package dev.rollcall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseCheckTests {

    @TempDir private Path folder;

    @Test
    void acceptsAMariaDbWithAnEmptySchema() {
        var schema = TestServer.newSchema();
        assertThat(check(schema.url(), schema.user(), schema.password()))
                .isEqualTo(Duration.ofHours(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost:5432/rollcall",
                "jdbc:mariadb://localhost:3306",
                "jdbc:mariadb://localhost:3306/",
                "localhost",
                "jdbc:mariadb:rollcall"
            })
    void refusesAnAddressThatIsNotASchemaInMariaDb(String url) {
        assertThatThrownBy(() -> check(url, "u", "secret"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "ROLLCALL_DB_URL is not the address of a schema in MariaDB; write it as"
                                + " jdbc:mariadb://host:3306/schema.");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> check("jdbc:mariadb://127.0.0.1:%d/x".formatted(port), "u", "p"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "No MariaDB answers at 127.0.0.1:%d (Connection refused); start it, or"
                                + " correct ROLLCALL_DB_URL.",
                        port);
    }

    @Test
    void doesNotWaitForeverForSomethingThatIsNotADatabase() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var url = "jdbc:mariadb://127.0.0.1:%d/x".formatted(silent.getLocalPort());
            assertThatThrownBy(() -> check(url, "u", "p"))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageStartingWith("No MariaDB answers at 127.0.0.1");
        }
    }

    @Test
    void saysThatTheUserIsRefused() {
        var schema = TestServer.newSchema();
        assertThatThrownBy(() -> check(schema.url(), "rollcall", "wrong-secret"))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("refuses the user 'rollcall'")
                .hasMessageContaining("ROLLCALL_DB_PASSWORD")
                .hasMessageNotContaining("wrong-secret");
    }

    @Test
    void saysThatTheSchemaIsMissing() {
        var schema = TestServer.newSchema();
        assertThatThrownBy(() ->
                        check(
                                schema.url().replaceFirst("/[^/]+$", "/rollcall_nowhere"),
                                schema.user(),
                                schema.password()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining(
                        "has no schema rollcall_nowhere; run CREATE DATABASE `rollcall_nowhere`"
                                + " CHARACTER SET utf8mb4");
    }

    @Test
    void saysThatTheUserMayNotUseTheSchema() {
        var schema = TestServer.newSchema();
        assertThatThrownBy(() ->
                        check(
                                schema.url().replaceFirst("/[^/]+$", "/mysql"),
                                schema.user(),
                                schema.password()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("The user 'rollcall' may not use the schema mysql");
    }

    @Test
    void saysThatTheSchemaStoresAnotherCharacterSet() throws SQLException {
        var schema = TestServer.newSchema();
        try (var connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute("alter database character set latin1");
        }
        assertThatThrownBy(() -> check(schema.url(), schema.user(), schema.password()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("stores text as latin1; run ALTER DATABASE");
    }

    @ParameterizedTest
    @CsvSource({
        "10.6.21-MariaDB, is too old",
        "10.11.7-MariaDB, is too old",
        "8.0.36, is not MariaDB but says version 8.0.36"
    })
    void refusesAServerThatCannotKeepItsPromises(String version, String complaint)
            throws IOException {
        var programs = TestServer.programs();
        Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
        try (var server = EmbeddedDatabase.start(folder, List.of("--version=" + version))) {
            assertThatThrownBy(() -> DatabaseCheck.idleTime(server))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining(complaint);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.11.8-MariaDB, false",
        "10.11.7-MariaDB, true",
        "10.6.21-MariaDB-log, true",
        "11.4.5-MariaDB, false",
        "12.0.1-MariaDB, false",
        "9.9.99-MariaDB, true"
    })
    void comparesVersionsByTheirNumbers(String version, boolean older) {
        assertThat(DatabaseCheck.isOlder(version, DatabaseCheck.OLDEST)).isEqualTo(older);
    }

    @Test
    void insistsOnSnapshotIsolation() throws SQLException {
        try (var connection = TestServer.newSchema().connect();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> DatabaseCheck.snapshotIsolationIsOn(connection))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("innodb_snapshot_isolation=ON");
            statement.execute("set innodb_snapshot_isolation = on");
            assertThatCode(() -> DatabaseCheck.snapshotIsolationIsOn(connection))
                    .doesNotThrowAnyException();
        }
    }

    private static Duration check(String url, String user, String password) {
        return DatabaseCheck.idleTime(new ExternalDatabase(url, user, password));
    }
}
