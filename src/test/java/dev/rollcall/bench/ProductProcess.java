package dev.rollcall.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// The packaged product in a process of its own, to be measured from outside.
final class ProductProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final Pattern STATE = Pattern.compile("\"state\":\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final int port;
    private final Path data;

    private ProductProcess(Process process, int port, Path data) {
        this.data = data.toAbsolutePath();
        this.process = process;
        this.port = port;
    }

    /// Starts it and waits until it serves.
    static ProductProcess start(Path data, String name) throws IOException {
        int port = freePort();
        var log = Files.createDirectories(Path.of("target", "bench")).resolve(name + ".log");
        var command = new ArrayList<>(List.of(java("java"), "-Xmx1500m"));
        // To see what it does with its time: -Dbench.java=-XX:StartFlightRecording=...
        Optional.ofNullable(System.getProperty("bench.java")).ifPresent(command::add);
        command.addAll(
                List.of(
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:AOTCache=" + installed().resolve("rollcall.aot"),
                        "-jar",
                        installed().resolve("rollcall.jar").toString(),
                        "--server.port=" + port,
                        "--rollcall.database.directory=" + data));
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        var product = new ProductProcess(process, port, data);
        Runtime.getRuntime().addShutdownHook(new Thread(product::close));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!product.isHealthy()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("Not started:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return product;
    }

    /// Installed as the operations guide says, once for each jar.
    private static Path installed() throws IOException {
        var jar = Path.of(System.getProperty("rollcall.jar", "target/rollcall.jar"));
        var folder = Path.of("target", "bench", "installed");
        var cache = folder.resolve("rollcall.aot");
        if (Files.exists(cache)
                && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            return folder;
        }
        var log = Files.createDirectories(Path.of("target", "bench")).resolve("install.log");
        var installation =
                new ProcessBuilder("sh", "deploy/install.sh", "" + jar, "" + folder)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        installation.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (installation.start().onExit().join().exitValue() != 0) {
            throw new IllegalStateException("Not installed:\n" + Files.readString(log));
        }
        return folder;
    }

    private boolean isHealthy() {
        try {
            return get("/actuator/health", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    HttpResponse<String> get(String path, String token) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url(path))), token);
    }

    HttpResponse<String> post(String path, String token, String json) throws IOException {
        return send(
                HttpRequest.newBuilder(URI.create(url(path)))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String token)
            throws IOException {
        try {
            return HTTP.send(
                    request.header("Authorization", "Bearer " + token).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// How many people the board has a state of.
    int onTheBoard(String token) throws IOException {
        int count = 0;
        var path = "/api/v1/adherence/current?limit=500";
        for (var next = Optional.of(""); next.isPresent(); ) {
            var answer = get(path + next.get(), token).body();
            count += (int) STATE.matcher(answer).results().count();
            var found = NEXT.matcher(answer);
            next = found.find() ? Optional.of("&after=" + found.group(1)) : Optional.empty();
        }
        return count;
    }

    /// What the process has used of the processor so far.
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// What lives on the heap after everything else was collected, in bytes; what it is made of is
    /// written to `target/bench/NAME.txt`.
    long liveHeap(String name) throws IOException, InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            var tool =
                    new ProcessBuilder(java("jcmd"), "" + process.pid(), "GC.class_histogram")
                            .redirectErrorStream(true)
                            .start();
            var text = new String(tool.getInputStream().readAllBytes());
            tool.waitFor();
            var total = TOTAL.matcher(text);
            if (!total.find()) {
                throw new IllegalStateException(text);
            }
            Files.writeString(Path.of("target", "bench", name + ".txt"), text);
            least = Math.min(least, Long.parseLong(total.group(1)));
        }
        return least;
    }

    /// The server of its embedded database, while it lives.
    Optional<ProcessHandle> database() {
        // Not always its child: one that was left running is adopted.
        return ProcessHandle.allProcesses()
                .filter(each -> each.info().command().orElse("").endsWith("mariadbd"))
                .filter(each -> each.info().commandLine().orElse("").contains(data + "/"))
                .findFirst();
    }

    /// `kill -9`, without a word to its database.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
