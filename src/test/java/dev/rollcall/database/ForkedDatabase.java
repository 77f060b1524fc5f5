package dev.rollcall.database;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;

/// A process of its own that runs an embedded database and writes into it until it is killed.
final class ForkedDatabase implements AutoCloseable {

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Process process;
    private final BufferedReader output;

    private ForkedDatabase(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ForkedDatabase on(Path folder) throws IOException {
        var classPath =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return new ForkedDatabase(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                ForkedDatabase.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    /// Reads on until the process has acknowledged so many rows.
    void awaitRows(int count) throws IOException {
        awaitLine("row " + count);
    }

    /// Reads on until a line begins like this.
    String awaitLine(String start) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new IOException("The process ended");
    }

    /// kill -9.
    ///
    /// @return the last row it had acknowledged
    int kill() throws IOException {
        // By its handle: killing the Process itself would close our end of its output.
        process.toHandle().destroyForcibly();
        int last = 0;
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.matches("row \\d+")) {
                last = Integer.parseInt(line.substring(4));
            }
        }
        return last;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    static void main(String[] args) throws Exception {
        try (var database = EmbeddedDatabase.start(Path.of(args[0]), List.of());
                var connection =
                        DriverManager.getConnection(
                                database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists entry (id int primary key)");
            for (int i = 1; ; i++) {
                statement.execute("insert into entry values (%d)".formatted(i));
                say("row " + i);
            }
        } catch (DatabaseUnavailableException e) {
            say(String.valueOf(e.getMessage()));
        }
    }

    private static void say(String line) throws IOException {
        OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
