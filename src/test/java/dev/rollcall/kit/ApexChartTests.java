package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Charts, and the library behind them (decision 0004).
class ApexChartTests {

    @Test
    void drawsWithTheOneVersionThatIsOpenSource() throws IOException {
        var locked = JsonMapper.shared().readTree(Files.readString(Path.of("package-lock.json")));

        var library = locked.at("/packages/node_modules~1apexcharts");

        assertThat(library.at("/version").stringValue()).isEqualTo("5.0.0");
        assertThat(library.at("/license").stringValue()).isEqualTo("MIT");
    }

    @Test
    void isTheOnlyPlaceThatKnowsTheLibrary() throws IOException {
        try (var files = Files.list(Path.of("frontend"))) {
            var knowing =
                    files.filter(Files::isRegularFile)
                            .filter(file -> read(file).contains("'apexcharts'"))
                            .map(file -> file.getFileName().toString())
                            .toList();
            assertThat(knowing).isEqualTo(List.of("rollcall-chart.ts"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
