package dev.rollcall.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// The packaged product in a process of its own, as its users start it.
final class RunningProduct implements AutoCloseable {

    // A busy machine takes its time; a product that died is noticed at once.
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern TOKEN = Pattern.compile("rc_[A-Za-z0-9_-]{20,}");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path folder;
    private final Path log;
    private final int port;

    private RunningProduct(Process process, Path folder, Path log, int port) {
        this.process = process;
        this.folder = folder;
        this.log = log;
        this.port = port;
    }

    /// Starts it with data of its own and waits until it serves.
    ///
    /// @param name the folder below `target` for its data and log
    static RunningProduct start(String name, Map<String, String> environment, String... arguments) {
        return start(
                Path.of("target", "journeys", name + "-" + System.nanoTime()),
                List.of(),
                environment,
                arguments);
    }

    /// As [#start(String, Map, String...)], with its data on a disk of so many megabytes, which
    /// nobody else sees. On Linux; without the rights of an administrator.
    static RunningProduct onSmallDisk(String name, int megabytes, Map<String, String> environment) {
        var folder = Path.of("target", "journeys", name + "-" + System.nanoTime());
        var data = folder.resolve("data").toAbsolutePath();
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var disk = "mount -t tmpfs -o size=\"$1\"m disk \"$2\" && shift 2 && exec \"$@\"";
        return start(
                folder,
                List.of(
                        "unshare",
                        "--user",
                        "--map-root-user",
                        "--mount",
                        "sh",
                        "-c",
                        disk,
                        "sh",
                        "" + megabytes,
                        data.toString()),
                environment);
    }

    /// Starts it in a folder that may hold what an earlier run left.
    ///
    /// @param wrapper the command that becomes the product, when it needs other surroundings
    private static RunningProduct start(
            Path folder,
            List<String> wrapper,
            Map<String, String> environment,
            String... arguments) {
        try {
            Files.createDirectories(folder);
            int port = freePort();
            var command = new ArrayList<>(wrapper);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of(
                            "-Xmx1g",
                            "-jar",
                            System.getProperty("rollcall.jar", "target/rollcall.jar")));
            command.add("--server.port=" + port);
            command.add("--rollcall.database.directory=" + folder.resolve("data"));
            command.addAll(List.of(arguments));
            var log = folder.resolve("product.log");
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            var product = new RunningProduct(builder.start(), folder, log, port);
            Runtime.getRuntime().addShutdownHook(new Thread(product::close));
            product.awaitHealth();
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealth() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (isHealthy()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException("The product did not start. Its log:\n" + log());
    }

    private boolean isHealthy() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url("/actuator/health"))).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /// The token the demo prints when it starts.
    String demoToken() {
        return find(TOKEN).orElseThrow(() -> new IllegalStateException("No token in:\n" + log()));
    }

    Optional<String> find(Pattern pattern) {
        var matcher = pattern.matcher(log());
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Calls the public interface and answers with status and body.
    HttpResponse<String> call(String method, String path, String token, String type, String body) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url(path)))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", type)
                            .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /// `kill -9`, without a word to its database.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Starts it again on the data it left.
    RunningProduct again(Map<String, String> environment, String... arguments) {
        return start(folder, List.of(), environment, arguments);
    }

    /// The server of its embedded database, while it lives.
    Optional<ProcessHandle> database() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("mariadbd"))
                .findFirst();
    }

    /// The folder of its embedded database, as it sees it itself.
    Path data() {
        return Path.of("/proc", "" + process.pid(), "root")
                .resolve(Path.of("/").relativize(folder.resolve("data").toAbsolutePath()));
    }

    /// A connection to its embedded database, past the product.
    Connection connect() throws IOException, SQLException {
        var client = new Properties();
        try (var in = Files.newBufferedReader(clientFile())) {
            client.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:mariadb://127.0.0.1:%s/rollcall".formatted(client.getProperty("port")),
                client.getProperty("user"),
                client.getProperty("password"));
    }

    private Path clientFile() {
        var plain = folder.resolve("data/client.cnf");
        return Files.exists(plain) ? plain : data().resolve("client.cnf");
    }

    /// The status of an answer to nobody in particular; 0 when there is none.
    int status(String path) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(url(path)))
                            .timeout(Duration.ofSeconds(10))
                            .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// The demo, started once for all journeys.
    static RunningProduct demo() {
        return Objects.requireNonNull(Demo.PRODUCT);
    }

    private static final class Demo {
        private static final RunningProduct PRODUCT =
                start(
                        "demo",
                        Map.of(),
                        "--spring.profiles.active=demo",
                        // Enough past for every page; six weeks would only make the machine busy.
                        "--rollcall.demo.history-days=1",
                        // Nobody here waits ten minutes for the report of a week.
                        "--rollcall.reports.round-every=10s");
    }
}
