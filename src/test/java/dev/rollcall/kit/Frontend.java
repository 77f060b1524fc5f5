package dev.rollcall.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the pure parts of the frontend in the Node that the build uses anyway, so that what Java
/// writes and what TypeScript reads are held against each other.
public final class Frontend {

    private Frontend() {}

    /// Evaluates an expression with the exports of a module of `frontend/` in `module`, for a page
    /// in English.
    ///
    /// @param argument put into `argument` as JSON
    public static JsonNode evaluate(String module, String expression, Object argument) {
        var json = JsonMapper.shared();
        var script =
                """
                const module = await import(%s);
                module.setLanguage?.('en');
                const argument = %s;
                console.log(JSON.stringify(%s));
                """
                        .formatted(
                                json.writeValueAsString(
                                        Path.of("frontend", module).toUri().toString()),
                                json.writeValueAsString(argument),
                                expression);
        try {
            var node =
                    new ProcessBuilder("node", "--no-warnings", "--input-type=module", "-")
                            .redirectErrorStream(true)
                            .start();
            try (var stdin = node.getOutputStream()) {
                stdin.write(script.getBytes(StandardCharsets.UTF_8));
            }
            var output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (node.waitFor() != 0) {
                throw new AssertionError("Node says: " + output);
            }
            return json.readTree(output);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Node 24 is needed to run the frontend's own code; ./mvnw brings it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
