package dev.rollcall.support;

import dev.rollcall.database.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/// The schema of one application under test. It remembers what the tables held after the start and
/// puts that back; checksums tell which tables a test has changed.
final class TestSchema implements DisposableBean {

    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final TestServer.Access access;
    private final Runnable leave;
    private @Nullable Map<String, Long> start;
    private final Map<String, TestServer.Access> copies = new HashMap<>();

    TestSchema(TestServer.Access access, Runnable leave) {
        this.access = access;
        this.leave = leave;
    }

    void remember() throws SQLException {
        if (start != null) {
            return;
        }
        try (var connection = open()) {
            var tables = tables(connection);
            start = checksums(connection, tables);
            var copy = TestServer.newSchema();
            for (var table : tables) {
                if (hasRows(connection, table)) {
                    copies.put(table, copy);
                    execute(
                            connection,
                            "create table %s as select * from %s"
                                    .formatted(copyOf(table, copy), quoted(table)));
                }
            }
        }
    }

    void putBack() throws SQLException {
        remember();
        var remembered = start == null ? Map.<String, Long>of() : start;
        try (var connection = open()) {
            awaitListeners(connection);
            var now = checksums(connection, List.copyOf(remembered.keySet()));
            execute(connection, "set foreign_key_checks = 0, lock_wait_timeout = 10");
            for (var table : remembered.keySet()) {
                if (!remembered.get(table).equals(now.get(table))) {
                    restore(connection, table);
                }
            }
        }
    }

    /// Truncating passes by the triggers that refuse deletion.
    private void restore(Connection connection, String table) throws SQLException {
        truncate(connection, table);
        var copy = copies.get(table);
        if (copy == null) {
            return;
        }
        var writable = writableColumns(connection, table);
        if (writable.size() == columns(connection, table).size()) {
            // MariaDB 11.4 finds null in columns that are named when there is a trigger for
            // updates.
            execute(
                    connection,
                    "insert into %s select * from %s"
                            .formatted(quoted(table), copyOf(table, copy)));
        } else {
            var columns = String.join(", ", writable);
            execute(
                    connection,
                    "insert into %s (%s) select %s from %s"
                            .formatted(quoted(table), columns, columns, copyOf(table, copy)));
        }
    }

    /// Durable listeners of the test before may still be at work.
    private static void awaitListeners(Connection connection) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (System.nanoTime() < end
                && !query(
                                connection,
                                "select 1 from EVENT_PUBLICATION where STATUS in ('PUBLISHED',"
                                        + " 'PROCESSING', 'RESUBMITTED') limit 1")
                        .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    /// Statistics the server writes beside us make truncating fail at once now and then, with a
    /// timeout nobody waited for; it is repeated until somebody really holds the table.
    private static void truncate(Connection connection, String table) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (true) {
            try {
                execute(connection, "truncate table " + quoted(table));
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != LOCK_WAIT_TIMEOUT || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private Connection open() throws SQLException {
        return access.connect();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return query(
                connection,
                "select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE' and table_name not like 'DATABASECHANGE%'");
    }

    private static List<String> writableColumns(Connection connection, String table)
            throws SQLException {
        return query(
                connection,
                ("select concat('`', column_name, '`') from information_schema.columns where"
                                + " table_schema = database() and table_name = '%s' and"
                                + " is_generated = 'NEVER' order by ordinal_position")
                        .formatted(table));
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return query(
                connection,
                ("select column_name from information_schema.columns where"
                                + " table_schema = database() and table_name = '%s'")
                        .formatted(table));
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        return !query(connection, "select 1 from %s limit 1".formatted(quoted(table))).isEmpty();
    }

    private static Map<String, Long> checksums(Connection connection, List<String> tables)
            throws SQLException {
        Map<String, Long> sums = new HashMap<>();
        Set<String> quoted = new HashSet<>();
        tables.forEach(table -> quoted.add(quoted(table)));
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("checksum table " + String.join(", ", quoted))) {
            while (found.next()) {
                var name = found.getString(1);
                sums.put(name.substring(name.indexOf('.') + 1), found.getLong(2));
            }
        }
        return sums;
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(
                    "%s: %s".formatted(sql, e.getMessage()), e.getSQLState(), e.getErrorCode(), e);
        }
    }

    private static String quoted(String table) {
        return "`" + table + "`";
    }

    private static String copyOf(String table, TestServer.Access copy) {
        return "%s.%s".formatted(copy.schema(), quoted(table));
    }

    @Override
    public void destroy() {
        leave.run();
    }
}
