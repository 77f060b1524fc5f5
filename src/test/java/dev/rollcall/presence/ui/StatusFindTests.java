package dev.rollcall.presence.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.kit.Frontend;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is found in the status menu by what is typed, asked in the browser's own code.
class StatusFindTests {

    private static final List<Map<String, Object>> GERMAN =
            Stream.of(
                            "Jetzt geplant: Mittagspause bis 12:30|",
                            "Verfügbar|AVAILABLE",
                            "Pause|BREAK",
                            "Mittagspause|LUNCH",
                            "Sachbearbeitung|BACK_OFFICE",
                            "Großraum lüften|",
                            "Nicht verfügbar…|",
                            "Ausstempeln|")
                    .map(line -> line.split("\\|", -1))
                    .map(parts ->
                            Map.<String, Object>of(
                                    "key", parts[0],
                                    "text", parts[0],
                                    "code", parts[1],
                                    "hint", "",
                                    "current", false))
                    .toList();

    @ParameterizedTest(name = "\"{0}\" finds {1} first")
    @CsvSource(
            textBlock =
                    """
                    mit,         Mittagspause
                    lunch,       Mittagspause
                    lun,         Mittagspause
                    paus,        Pause
                    verfugbar,   Verfügbar
                    VERF,        Verfügbar
                    back office, Sachbearbeitung
                    aus,         Ausstempeln
                    gross,       Großraum lüften
                    luften,      Großraum lüften
                    bearbeit,    Sachbearbeitung
                    office,      Sachbearbeitung
                    12:30,       Jetzt geplant: Mittagspause bis 12:30
                    """)
    void findsByTheStartOfAWordInAnyLanguage(String typed, String text) {
        assertThat(found(typed)).first().isEqualTo(text);
    }

    @ParameterizedTest(name = "\"{0}\" finds {1}")
    @CsvSource({"'',8", "' ',8", "xyz,0", "verf,2"})
    void offersEverythingUntilSomethingIsTyped(String typed, int many) {
        assertThat(found(typed)).hasSize(many);
    }

    private static List<String> found(String typed) {
        return Frontend.evaluate(
                        "rollcall-status-find.ts",
                        "module.find(argument.choices, argument.typed).map((each) => each.text)",
                        Map.of("choices", GERMAN, "typed", typed))
                .valueStream()
                .map(text -> text.asString())
                .toList();
    }
}
