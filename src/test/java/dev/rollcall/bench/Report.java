package dev.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What one benchmark found: figures, ratios, and whether the results were right. Written to
/// `target/bench/NAME.json` and printed as a table.
final class Report {

    private static final Logger LOG = LoggerFactory.getLogger(Report.class);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String name;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();
    private final Map<String, Boolean> checks = new LinkedHashMap<>();
    private final List<String> table = new ArrayList<>();

    /// @param name as `-Dbench=NAME` says it
    Report(String name) {
        this.name = name;
    }

    /// One figure of each round.
    ///
    /// @param unit as `ms` or `rows/s`
    Report figure(String what, String unit, Rounds rounds) {
        var told = new LinkedHashMap<String, Object>();
        told.put("unit", unit);
        told.put("median", rounded(rounds.median()));
        told.put("worst", rounded(rounds.worst()));
        told.put("rounds", rounds.all().stream().map(Report::rounded).toList());
        figures.put(what, told);
        table.add(
                line(
                        "%-58s median %12s  worst %12s  %s",
                        what, shown(rounds.median()), shown(rounds.worst()), unit));
        return this;
    }

    /// A figure there is only one of.
    Report figure(String what, String unit, double value) {
        var told = new LinkedHashMap<String, Object>();
        told.put("unit", unit);
        told.put("value", rounded(value));
        figures.put(what, told);
        table.add(line("%-58s        %12s  %s", what, shown(value), unit));
        return this;
    }

    /// The headline: ours beside the peer.
    Report ratio(String what, double value) {
        ratios.put(what, rounded(value));
        table.addFirst(line("%-58s        %12s", what, shown(value)));
        return this;
    }

    /// Whether a result was right; a benchmark with a wrong one fails, however quick it was.
    Report check(String what, boolean isRight) {
        checks.put(what, isRight);
        table.add(line("%-58s        %12s", what, isRight ? "yes" : "NO"));
        return this;
    }

    /// Writes everything down, and insists that all results were right.
    void close() {
        var all = new LinkedHashMap<String, Object>();
        all.put("benchmark", name);
        all.put("command", "./mvnw -Pbench verify -Dbench=" + name);
        all.put("date", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("machine", machine());
        all.put("ratios", ratios);
        all.put("figures", figures);
        all.put("checks", checks);
        try {
            var folder = Files.createDirectories(Path.of("target", "bench"));
            Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(all) + "\n");
            Files.writeString(folder.resolve(name + ".txt"), String.join("\n", table) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("{}, to be found in target/bench:\n{}", name, String.join("\n", table));
        assertThat(checks).as(String.join("\n", table)).doesNotContainValue(false);
    }

    private static Map<String, Object> machine() {
        var machine = new LinkedHashMap<String, Object>();
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        machine.put("java", Runtime.version().toString());
        machine.put("load", rounded(Machine.load()));
        return machine;
    }

    private static double rounded(double value) {
        double scale = Math.abs(value) >= 100 ? 1 : 1000;
        return Math.round(value * scale) / scale;
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.3f", value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
