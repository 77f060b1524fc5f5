package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files translations are written in. What is written twice would win unseen.
class TranslationFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"translations", "translations_de"})
    void sayNothingTwice(String file) throws IOException {
        var seen = new HashSet<String>();

        var twice =
                Files.readAllLines(
                                Path.of("src/main/resources/vaadin-i18n/" + file + ".properties"))
                        .stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(key -> !seen.add(key))
                        .toList();

        assertThat(twice).isEmpty();
    }
}
