package dev.rollcall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The browser is given only the icons `frontend/rollcall-icons.ts` names.
class IconsTests {

    private static final Pattern CONSTANT = Pattern.compile("\\bVaadinIcon\\.([A-Z][A-Z\\d_]*)");
    private static final Pattern NAME = Pattern.compile("\"vaadin:([a-z\\d-]+)\"");
    private static final Pattern LISTED = Pattern.compile("'([a-z\\d-]+)'");

    @Test
    void areAllListedAndNoOthers() throws IOException {
        var listed = Files.readString(Path.of("frontend", "rollcall-icons.ts"));

        assertThat(found(LISTED, listed)).isEqualTo(usedInSources());
    }

    private static TreeSet<String> usedInSources() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(IconsTests::read)
                    .flatMap(source ->
                            Stream.concat(
                                    found(CONSTANT, source).stream(), found(NAME, source).stream()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) ->
                        match.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
