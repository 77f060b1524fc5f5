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
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
/// data/tmp/             its temporary files
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

    /// Between attempts to bring a dead server back, for example while the disk is full.
    private static final Duration REST = Duration.ofSeconds(5);

    private static final long LOG_LIMIT = 5_000_000;
    private static final Pattern PASSWORD = Pattern.compile("(?m)^password=(\\w+)$");
    private static final Pattern PORT = Pattern.compile("--port=(\\d+)");

    private final Path folder;
    private final List<String> options;
    private final FolderLock lock;
    private final ServerBinaries binaries;
    private final String password;
    private int port;

    /// Where in the log the present attempt begins.
    private long logStart;

    private volatile @Nullable ProcessHandle server;
    private final AtomicInteger restarts = new AtomicInteger();
    private @Nullable Thread guard;

    private EmbeddedDatabase(
            Path folder, List<String> options, FolderLock lock, ServerBinaries binaries)
            throws IOException {
        this.folder = folder;
        this.options = options;
        this.lock = lock;
        this.binaries = binaries;
        this.password = knownPassword().orElseGet(EmbeddedDatabase::newPassword);
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
                var binaries = ServerBinaries.below(folder);
                var database = new EmbeddedDatabase(folder, options, lock, binaries);
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException(
                    "The start of the embedded database was interrupted; start Rollcall again.", e);
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

    @Override
    public int restarts() {
        return restarts.get();
    }

    Path folder() {
        return folder;
    }

    /// The process of the server, as long as it lives.
    Optional<ProcessHandle> server() {
        return Optional.ofNullable(server).filter(ProcessHandle::isAlive);
    }

    private void start() throws IOException, InterruptedException {
        var orphan = orphan();
        if (orphan.isPresent() && adopts(orphan.get())) {
            log.info("Adopted the database that an earlier run left behind, port {}", port);
        } else {
            orphan.ifPresent(EmbeddedDatabase::stop);
            if (!Files.isDirectory(data())) {
                install();
            } else if (knownPassword().isEmpty()) {
                log.warn("The password of the database was lost; it gets a new one");
                bootstrap(data(), "use mysql;\nflush privileges;\n" + signIn());
            }
            launchOnAFreePort();
            log.info("The embedded database listens on port {}, data in {}", port, folder);
        }
        guard = Thread.ofPlatform().daemon().name("database-guard").start(this::guard);
    }

    private Path data() {
        return folder.resolve("database");
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    private Path serverLog() {
        return folder.resolve("mariadb.log");
    }

    /// Sets up a data folder. It gets its name when it is complete, so an interrupted attempt is
    /// simply made again.
    private void install() throws IOException, InterruptedException {
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
        sql.append("delete from proxies_priv;\n");
        sql.append("flush privileges;\n");
        sql.append(signIn());
        sql.append("create database %s character set utf8mb4;\n".formatted(SCHEMA));
        bootstrap(half, sql.toString());
        writeClientFile();
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
    private void bootstrap(Path data, String sql) throws IOException, InterruptedException {
        Files.createDirectories(temporary());
        var command = new ArrayList<>(common(data));
        command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine="));
        var process = process(command).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(sql);
        } catch (IOException e) {
            log.debug("The server stopped reading", e);
        }
        if (process.waitFor() != 0) {
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
        command.add("--character-sets-dir=" + binaries.share().resolve("charsets"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.add("--character-set-server=utf8mb4");
        command.add("--tmpdir=" + temporary());
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
        logStart = serverLog().toFile().length();
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(serverLog().toFile()));
    }

    /// Another process may take the port in the moment between finding and using it.
    private void launchOnAFreePort() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            try {
                launch();
                return;
            } catch (DatabaseUnavailableException e) {
                if (attempt == 3 || !String.valueOf(e.getMessage()).contains("TCP/IP port")) {
                    throw e;
                }
            }
        }
    }

    private void launch() throws IOException, InterruptedException {
        if (Files.exists(serverLog()) && Files.size(serverLog()) > LOG_LIMIT) {
            Files.move(
                    serverLog(),
                    folder.resolve("mariadb.log.1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        writeClientFile();
        Files.createDirectories(temporary());
        var process = process(command()).start();
        boolean answers = false;
        try {
            process.getOutputStream().close();
            answers = answers(process.toHandle(), STARTING);
        } finally {
            if (!answers) {
                stop(process.toHandle());
            }
        }
        if (!answers) {
            throw didNotStart();
        }
        server = process.toHandle();
    }

    /// Brings the server back when it dies and not by our hand. Ends by interruption.
    private void guard() {
        try {
            while (true) {
                var watched = server;
                if (watched != null) {
                    watched.onExit().get();
                }
                log.error("The embedded database stopped unexpectedly; starting it again");
                try {
                    launch();
                    restarts.incrementAndGet();
                    log.info("The embedded database is back");
                } catch (IOException | DatabaseUnavailableException e) {
                    log.error("The embedded database stays away: {}", e.getMessage());
                    TimeUnit.NANOSECONDS.sleep(REST.toNanos());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A server of this very data folder, whoever started it.
    private Optional<ProcessHandle> orphan() throws IOException {
        var ours = "--datadir=" + data();
        var found =
                ProcessHandle.allProcesses()
                        .filter(EmbeddedDatabase::isServer)
                        .filter(process -> arguments(process).contains(ours))
                        .findFirst();
        return found.isPresent() ? found : recorded();
    }

    /// Where the system hides command lines, the server's own note must do.
    private Optional<ProcessHandle> recorded() throws IOException {
        var note = data().resolve("mariadb.pid");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(note).strip())
                .filter(pid -> pid.matches("\\d{1,18}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> arguments(process).isEmpty())
                .filter(process -> isAt(process, binaries.server()));
    }

    private static boolean isServer(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName())
                .filter(name -> name.toString().matches("(mariadbd|mysqld).*"))
                .isPresent();
    }

    private static boolean isAt(ProcessHandle process, Path program) {
        return process.info().command().filter(program.toString()::equals).isPresent();
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of());
    }

    private boolean adopts(ProcessHandle orphan) throws IOException, InterruptedException {
        var arguments = arguments(orphan);
        var found = PORT.matcher(String.join(" ", arguments));
        if (!found.find()) {
            return false;
        }
        port = Integer.parseInt(found.group(1));
        var expected = command();
        boolean alike =
                isAt(orphan, binaries.server().toRealPath())
                        && arguments.equals(expected.subList(1, expected.size()));
        if (!alike || !answers(orphan, ADOPTION)) {
            return false;
        }
        server = orphan;
        return true;
    }

    /// Waits until the server lets us in.
    ///
    /// @return false when the process ended or the time is up
    private boolean answers(ProcessHandle process, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (var connection =
                    DriverManager.getConnection(
                            url() + "?connectTimeout=1000&socketTimeout=5000", USER, password)) {
                return connection.isValid(5);
            } catch (SQLException e) {
                log.trace("Not yet", e);
            }
            TimeUnit.MILLISECONDS.sleep(30);
        }
        return false;
    }

    /// Asks a server to end, and makes it end when it does not listen.
    private static void stop(ProcessHandle process) {
        process.destroy();
        if (!ends(process) && process.destroyForcibly()) {
            log.warn("The database did not stop in {} and was ended", STOPPING);
            ends(process);
        }
    }

    /// Waits for the end also when interrupted: data are being written.
    private static boolean ends(ProcessHandle process) {
        try {
            process.onExit().orTimeout(STOPPING.toSeconds(), TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
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
        try (var said = Files.newInputStream(serverLog())) {
            said.skipNBytes(logStart);
            var lines = new String(said.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
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

    private Path clientFile() {
        return folder.resolve("client.cnf");
    }

    private Optional<String> knownPassword() throws IOException {
        if (!Files.exists(clientFile())) {
            return Optional.empty();
        }
        return PASSWORD.matcher(Files.readString(clientFile()))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private void writeClientFile() throws IOException {
        writePrivately(
                clientFile(),
                "[client]\nhost=127.0.0.1\nport=%d\nuser=%s\npassword=%s\nskip-ssl\n"
                        .formatted(port, USER, password));
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
    public void close() {
        try {
            if (guard != null) {
                guard.interrupt();
                guard.join(STOPPING);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server().ifPresent(EmbeddedDatabase::stop);
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
