package dev.rollcall.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// A MariaDB server of our own: a child process with everything it has in one folder, reachable
/// from this machine only and with a password that lies beside the data.
///
/// ```
/// data/rollcall.lock    held by the one Rollcall that may use this folder
/// data/client.cnf       how to sign in, readable by the owner only; also for mariadb-dump
/// data/mariadb-11.4.5/  the programs
/// data/database/        the data
/// data/mariadb.log      what the server says
/// ```
///
/// A server that outlived a killed application is recognised by its command line and adopted, or
/// stopped when it does not answer or was started differently. A server that dies under a living
/// application is started again on the same port.
final class EmbeddedDatabase implements DatabaseServer {

    static final String USER = "rollcall";
    static final String SCHEMA = "rollcall";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration ADOPTION = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(30);

    /// Long enough for a crash recovery; the wait ends at once when the server does.
    private static final Duration STARTING = Duration.ofMinutes(5);

    private static final long LOG_LIMIT = 5_000_000;
    private static final Pattern PASSWORD = Pattern.compile("(?m)^password=(\\w+)$");
    private static final Pattern PORT = Pattern.compile("--port=(\\d+)");

    private final Path folder;
    private final List<String> options;
    private final FolderLock lock;
    private final ServerBinaries binaries;
    private final String password;
    private int port;
    private @Nullable ProcessHandle server;
    private boolean closing;

    private EmbeddedDatabase(
            Path folder,
            List<String> options,
            FolderLock lock,
            ServerBinaries binaries,
            String password) {
        this.folder = folder;
        this.options = options;
        this.lock = lock;
        this.binaries = binaries;
        this.password = password;
    }

    /// Starts the server of a folder, setting both up where they are missing.
    ///
    /// @param directory made when it does not exist
    /// @param options for the server, after ours
    /// @throws DatabaseUnavailableException if the folder is in use or the server does not start
    static EmbeddedDatabase start(Path directory, List<String> options) {
        try {
            var folder = Files.createDirectories(directory).toRealPath();
            var lock = FolderLock.take(folder);
            boolean started = false;
            try {
                var database =
                        new EmbeddedDatabase(
                                folder,
                                options,
                                lock,
                                ServerBinaries.below(folder),
                                passwordIn(folder));
                database.start();
                started = true;
                return database;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    ("The embedded database cannot use the folder %s (%s). Make it writable, or"
                                    + " name another folder in rollcall.database.directory.")
                            .formatted(directory.toAbsolutePath(), reason(e)),
                    e);
        }
    }

    @Override
    public String url() {
        return url(SCHEMA);
    }

    @Override
    public String user() {
        return USER;
    }

    /// @param schema a schema whose name starts with `rollcall`, or nothing
    String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:%d/%s".formatted(port, schema);
    }

    @Override
    public String password() {
        return password;
    }

    /// The process of the server, as long as it lives.
    Optional<ProcessHandle> server() {
        return Optional.ofNullable(server).filter(ProcessHandle::isAlive);
    }

    private void start() throws IOException {
        var orphan = orphan();
        if (orphan.isPresent() && adopts(orphan.get())) {
            log.info("Adopted the database that an earlier run left behind, port {}", port);
            return;
        }
        orphan.ifPresent(EmbeddedDatabase::stop);
        if (!Files.isDirectory(data())) {
            install();
        }
        port = freePort();
        launch();
        log.info("The embedded database listens on port {}, data in {}", port, folder);
    }

    private Path data() {
        return folder.resolve("database");
    }

    private Path serverLog() {
        return folder.resolve("mariadb.log");
    }

    /// Sets up a data folder. It gets its name when it is complete, so an interrupted attempt is
    /// simply made again.
    private void install() throws IOException {
        var half = folder.resolve("database.new");
        FileSystemUtils.deleteRecursively(half);
        Files.createDirectory(half);
        log.info("Setting up a database in {}", folder);
        var sql = new StringBuilder("create database mysql;\nuse mysql;\n");
        sql.append("set @auth_root_socket = null;\n");
        for (var script :
                List.of(
                        "mariadb_system_tables",
                        "mariadb_performance_tables",
                        "mariadb_system_tables_data",
                        "maria_add_gis_sp_bootstrap")) {
            sql.append(Files.readString(binaries.share().resolve(script + ".sql"))).append('\n');
        }
        // Nobody but us: no root, no anonymous user, no password-less way in.
        sql.append("delete from global_priv where user <> 'mariadb.sys';\n");
        sql.append("delete from proxies_priv;\nflush privileges;\n");
        sql.append(signIn());
        sql.append("create database %s character set utf8mb4;\n".formatted(SCHEMA));
        bootstrap(half, sql.toString());
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private String signIn() {
        return """
        create or replace user %1$s@'127.0.0.1' identified by '%2$s';
        grant all on `%3$s%%`.* to %1$s@'127.0.0.1';
        """
                .formatted(USER, password, SCHEMA);
    }

    /// Runs statements, each ended by a semicolon at the end of its line, without a network.
    private void bootstrap(Path data, String sql) throws IOException {
        var command = new ArrayList<>(common(data));
        command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine="));
        var process = process(command).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(sql);
        } catch (IOException e) {
            log.debug("The server stopped reading", e);
        }
        int result = waitFor(process);
        if (result != 0) {
            throw didNotStart();
        }
    }

    private List<String> common(Path data) {
        var command = new ArrayList<String>();
        command.add(binaries.server().toString());
        command.add("--no-defaults");
        command.add("--basedir=" + binaries.home());
        command.add("--datadir=" + data);
        command.add("--lc-messages-dir=" + binaries.share());
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.add("--character-set-server=utf8mb4");
        return command;
    }

    private List<String> command() {
        var command = new ArrayList<>(common(data()));
        command.addAll(
                List.of(
                        "--port=" + port,
                        "--bind-address=127.0.0.1",
                        // Relative to the data folder: absolute ones may not exceed 107 characters.
                        "--socket=mariadb.sock",
                        "--pid-file=mariadb.pid",
                        "--skip-name-resolve",
                        // The connection never leaves the machine, and making the certificate the
                        // server would otherwise make at each start takes many seconds.
                        "--skip-ssl",
                        "--default-time-zone=+00:00",
                        "--max-connections=200",
                        "--local-infile=OFF",
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-buffer-pool-size=256M",
                        "--innodb-lock-wait-timeout=5",
                        "--table-open-cache=1000"));
        command.addAll(options);
        return command;
    }

    private ProcessBuilder process(List<String> command) {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(serverLog().toFile()));
    }

    private void launch() throws IOException {
        if (Files.exists(serverLog()) && Files.size(serverLog()) > LOG_LIMIT) {
            Files.move(
                    serverLog(),
                    folder.resolve("mariadb.log.1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        var process = process(command()).start();
        process.getOutputStream().close();
        if (!answers(process.toHandle(), STARTING)) {
            stop(process.toHandle());
            throw didNotStart();
        }
        watch(process.toHandle());
    }

    private synchronized void watch(ProcessHandle process) throws IOException {
        server = process;
        writePrivately(
                folder.resolve("client.cnf"),
                "[client]\nhost=127.0.0.1\nport=%d\nuser=%s\npassword=%s\nskip-ssl\n"
                        .formatted(port, USER, password));
        var unused = process.onExit().thenRun(this::revive);
    }

    /// The server died, and not by our hand.
    private synchronized void revive() {
        if (closing) {
            return;
        }
        log.error("The embedded database stopped unexpectedly; starting it again");
        try {
            launch();
            log.info("The embedded database is back");
        } catch (IOException | DatabaseUnavailableException e) {
            log.error("The embedded database stays away; restart Rollcall", e);
        }
    }

    /// A server of this very data folder, whoever started it.
    private Optional<ProcessHandle> orphan() {
        var ours = "--datadir=" + data();
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process).contains(ours))
                .findFirst();
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }

    private boolean adopts(ProcessHandle orphan) throws IOException {
        var arguments = arguments(orphan);
        var found = PORT.matcher(String.join(" ", arguments));
        if (!found.find()) {
            return false;
        }
        port = Integer.parseInt(found.group(1));
        var expected = command();
        boolean alike =
                expected.getFirst().equals(orphan.info().command().orElse(""))
                        && expected.subList(1, expected.size()).equals(arguments);
        if (!alike || !answers(orphan, ADOPTION)) {
            return false;
        }
        watch(orphan);
        return true;
    }

    /// Waits until the server lets us in.
    ///
    /// @return false when the process ended or the time is up
    private boolean answers(ProcessHandle process, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (var connection =
                    DriverManager.getConnection(
                            url() + "?connectTimeout=1000&socketTimeout=5000", USER, password)) {
                return connection.isValid(5);
            } catch (SQLException e) {
                log.trace("Not yet", e);
            }
            pause();
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", e);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the database", e);
        }
    }

    /// Asks a server to end, and makes it end when it does not listen.
    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ends(process) && process.destroyForcibly()) {
            log.warn("The database did not stop in {} and was ended", STOPPING);
            ends(process);
        }
    }

    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private DatabaseUnavailableException didNotStart() {
        return new DatabaseUnavailableException(
                ("The embedded database in %s did not start: %s. See %s, or name a MariaDB server"
                                + " in ROLLCALL_DB_URL.")
                        .formatted(folder, lastComplaint(), serverLog().getFileName()));
    }

    private String lastComplaint() {
        try {
            var lines = Files.readAllLines(serverLog(), StandardCharsets.ISO_8859_1);
            return lines.reversed().stream()
                    .filter(line -> line.contains("[ERROR]") && !line.contains("Aborting"))
                    .findFirst()
                    .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                    .map(line -> line.replaceFirst("^.*\\[ERROR] ", ""))
                    .orElse("it said nothing");
        } catch (IOException e) {
            return "it left no log";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String passwordIn(Path folder) throws IOException {
        var file = folder.resolve("client.cnf");
        if (Files.exists(file)) {
            var found = PASSWORD.matcher(Files.readString(file));
            if (found.find()) {
                return found.group(1);
            }
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        var password = HexFormat.of().formatHex(random);
        writePrivately(file, "[client]\npassword=%s\n".formatted(password));
        return password;
    }

    private static void writePrivately(Path file, String content) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        if (Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView("posix")) {
            Files.createFile(
                    half,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(half, content, StandardOpenOption.CREATE);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    @Override
    public synchronized void close() {
        closing = true;
        if (server != null) {
            stop(server);
        }
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
