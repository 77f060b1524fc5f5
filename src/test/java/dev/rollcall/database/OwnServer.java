package dev.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A MariaDB for one test that wants to do bad things to it, with a boss who may do everything. To
/// the product it is an external database.
public final class OwnServer implements AutoCloseable {

    private static final String BOSS = "boss";
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");

    private final EmbeddedDatabase server;

    private OwnServer(EmbeddedDatabase server) {
        this.server = server;
    }

    public static OwnServer start(Path folder) throws IOException {
        return start(folder, List.of());
    }

    public static OwnServer start(Path folder, List<String> options) throws IOException {
        var init = Files.createDirectories(folder).toRealPath().resolve("boss.sql");
        Files.writeString(
                init,
                "create user if not exists %1$s@'127.0.0.1' identified by '%1$s';\n".formatted(BOSS)
                        + "grant all on *.* to %s@'127.0.0.1';\n".formatted(BOSS));
        var all = new ArrayList<>(options);
        all.add("--init-file=" + init);
        all.add("--max-connections=200");
        return new OwnServer(EmbeddedDatabase.start(folder, all));
    }

    public int port() {
        var found = PORT.matcher(server.url());
        if (!found.find()) {
            throw new IllegalStateException(server.url());
        }
        return Integer.parseInt(found.group(1));
    }

    public String user() {
        return server.user();
    }

    public String password() {
        return server.password();
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url(), user(), password());
    }

    public Connection connectAsBoss() throws SQLException {
        return DriverManager.getConnection(server.url(), BOSS, BOSS);
    }

    @Override
    public void close() {
        server.close();
    }
}
