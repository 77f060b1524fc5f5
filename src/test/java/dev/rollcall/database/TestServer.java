package dev.rollcall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The one MariaDB of a process that runs tests, real but forgetful: nothing in it outlives a power
/// cut. The folder stays from run to run, the schemas do not.
public final class TestServer {

    private static final Path FOLDER =
            Path.of("target", "test-database-" + System.getProperty("rollcall.test.fork", "1"));

    private static final List<String> FORGETFUL =
            List.of(
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-doublewrite=OFF",
                    "--innodb-flush-method=nosync",
                    "--innodb-file-per-table=OFF",
                    "--innodb-stats-persistent=OFF",
                    "--max-connections=500");

    private static @Nullable EmbeddedDatabase server;

    /// One party for the shutdown, one for each application that still runs.
    private static final Phaser users = new Phaser(1);

    private TestServer() {}

    /// Who signs in, and where.
    public record Access(String url, String user, String password) {

        public String schema() {
            return url.substring(url.lastIndexOf('/') + 1);
        }

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }
    }

    /// An empty schema of its own.
    public static synchronized Access newSchema() {
        var name = "rollcall_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        execute("create database %s character set utf8mb4".formatted(name));
        return access(name);
    }

    /// The folder of the unpacked programs.
    static Path programs() {
        try {
            return ServerBinaries.below(running().folder()).home();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// To be called when an application that uses the server starts; the server outlives it.
    public static Runnable join() {
        users.register();
        return users::arriveAndDeregister;
    }

    private static Access access(String schema) {
        var running = running();
        return new Access(running.url(schema), running.user(), running.password());
    }

    private static void execute(String... statements) {
        try (var connection = access("").connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized EmbeddedDatabase running() {
        if (server == null) {
            server = EmbeddedDatabase.start(FOLDER, FORGETFUL);
            Runtime.getRuntime().addShutdownHook(new Thread(TestServer::stop));
            dropLeftovers();
        }
        return server;
    }

    private static void dropLeftovers() {
        var drops = new ArrayList<String>();
        try (var connection = access("").connect();
                var statement = connection.createStatement();
                var schemas = statement.executeQuery("show databases like 'rollcall\\_%'")) {
            while (schemas.next()) {
                drops.add("drop database " + schemas.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        execute(drops.toArray(String[]::new));
    }

    /// Shutdown hooks run side by side: this one lets the applications leave first.
    private static void stop() {
        try {
            users.awaitAdvanceInterruptibly(users.arrive(), 10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // They have had their time.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running().close();
        }
    }
}
