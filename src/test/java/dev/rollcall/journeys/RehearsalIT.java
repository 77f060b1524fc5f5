package dev.rollcall.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// What `deploy/install.sh` has the product do before its first start.
@Execution(ExecutionMode.CONCURRENT)
final class RehearsalIT {

    private static final long PATIENCE_MINUTES = 5;

    @Test
    void startsShowsTheSignInPageAndStopsWithoutComplaint(@TempDir Path folder) throws Exception {
        var log = folder.resolve("log");
        var product =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                System.getProperty("rollcall.jar", "target/rollcall.jar"),
                                "--rollcall.rehearsal=true",
                                "--server.port=0",
                                "--rollcall.database.directory=" + folder.resolve("data"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(product.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            product.destroyForcibly();
        }

        assertThat(product.exitValue()).as(() -> read(log)).isZero();
        assertThat(log).content().contains("the sign-in page answers 200");
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
