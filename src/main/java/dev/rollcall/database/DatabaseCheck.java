package dev.rollcall.database;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/// Looks at a database before anything else does, and says in one sentence what is wrong with it.
final class DatabaseCheck {

    static final String OLDEST = "10.11.8";

    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:mariadb:(?:[a-z:]*)//([^/?]+)(?:/([^?]*))?(?:\\?.*)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");
    private static final int WRONG_PASSWORD = 1045;
    private static final int SCHEMA_REFUSED = 1044;
    private static final int NO_SUCH_SCHEMA = 1049;

    private final DatabaseServer server;
    private final String place;
    private final String schema;

    private DatabaseCheck(DatabaseServer server, String place, String schema) {
        this.server = server;
        this.place = place;
        this.schema = schema;
    }

    /// How long the server keeps an idle connection, for the pool to let go of it earlier.
    ///
    /// @throws DatabaseUnavailableException if the database is not one that Rollcall can use
    static Duration idleTime(DatabaseServer server) {
        var address = ADDRESS.matcher(server.url());
        if (!address.matches() || address.group(2) == null || address.group(2).isBlank()) {
            throw new DatabaseUnavailableException(
                    "ROLLCALL_DB_URL is not the address of a schema in MariaDB; write it as"
                            + " jdbc:mariadb://host:3306/schema.");
        }
        return new DatabaseCheck(server, address.group(1), address.group(2)).look();
    }

    private Duration look() {
        var settings = new Properties();
        settings.setProperty("user", server.user());
        settings.setProperty("password", server.password());
        settings.setProperty("connectTimeout", "3000");
        settings.setProperty("socketTimeout", "5000");
        try (var connection = DriverManager.getConnection(server.url(), settings)) {
            var version = text(connection, "select version()");
            if (!version.contains("MariaDB")) {
                throw wrong(
                        "The server at %s is not MariaDB but says version %s; name a MariaDB %s or"
                                + " newer in ROLLCALL_DB_URL.",
                        place, version, OLDEST);
            }
            if (isOlder(version, OLDEST)
                    || text(connection, "show variables like 'innodb_snapshot_isolation'")
                            .isEmpty()) {
                throw wrong(
                        "MariaDB %s at %s is too old: it loses simultaneous changes; upgrade it to"
                                + " %s or newer (11.4.2 or newer in the 11 series).",
                        version, place, OLDEST);
            }
            var characters = text(connection, "select @@character_set_database");
            if (!characters.equals("utf8mb4")) {
                throw wrong(
                        "The schema %s at %s stores text as %s; run ALTER DATABASE `%s` CHARACTER"
                                + " SET utf8mb4.",
                        schema, place, characters, schema);
            }
            return Duration.ofSeconds(Long.parseLong(text(connection, "select @@wait_timeout")));
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(sentence(e), e);
        }
    }

    private String sentence(SQLException e) {
        return switch (e.getErrorCode()) {
            case WRONG_PASSWORD ->
                    ("The database at %s refuses the user '%s'; correct ROLLCALL_DB_USER and"
                                    + " ROLLCALL_DB_PASSWORD.")
                            .formatted(place, server.user());
            case SCHEMA_REFUSED ->
                    ("The user '%s' may not use the schema %s at %s; create it and GRANT ALL on it,"
                                    + " or correct ROLLCALL_DB_URL.")
                            .formatted(server.user(), schema, place);
            case NO_SUCH_SCHEMA ->
                    ("The database at %s has no schema %s; run CREATE DATABASE `%s` CHARACTER SET"
                                    + " utf8mb4, or correct ROLLCALL_DB_URL.")
                            .formatted(place, schema, schema);
            default ->
                    "No MariaDB answers at %s (%s); start it, or correct ROLLCALL_DB_URL."
                            .formatted(place, rootMessage(e));
        };
    }

    /// The innermost message is the operating system's or the server's own.
    private static String rootMessage(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnknownHostException) {
            return "nobody knows this host";
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /// Whether a version comes before another by its first three numbers; false when it has none.
    static boolean isOlder(String version, String than) {
        var numbers = numbers(version);
        var limit = numbers(than);
        for (int i = 0; i < Math.min(numbers.size(), limit.size()); i++) {
            if (!numbers.get(i).equals(limit.get(i))) {
                return numbers.get(i) < limit.get(i);
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        var found = NUMBERS.matcher(version);
        return found.find()
                ? List.of(
                        Integer.valueOf(found.group(1)),
                        Integer.valueOf(found.group(2)),
                        Integer.valueOf(found.group(3)))
                : List.of();
    }

    /// Simultaneous changes must be noticed on the connections the application really gets, also
    /// when the address brings session variables of its own.
    static void snapshotIsolationIsOn(Connection connection) throws SQLException {
        if (!text(connection, "select @@innodb_snapshot_isolation").equals("1")) {
            throw new DatabaseUnavailableException(
                    "Connections come up without innodb_snapshot_isolation=ON; take sessionVariables"
                            + " out of ROLLCALL_DB_URL.");
        }
    }

    /// The last column of the first row, or nothing.
    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next()
                    ? String.valueOf(row.getString(row.getMetaData().getColumnCount()))
                    : "";
        }
    }

    private static DatabaseUnavailableException wrong(String sentence, Object... values) {
        return new DatabaseUnavailableException(sentence.formatted(values));
    }
}
