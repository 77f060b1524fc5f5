package dev.rollcall.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationWordsTests {

    private static DurationWords in(Locale locale) {
        var control =
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES);
        var bundle = ResourceBundle.getBundle("vaadin-i18n/translations", locale, control);
        return new DurationWords((key, arguments) ->
                new MessageFormat(bundle.getString(key), locale).format(arguments));
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({
        "0, 0 seconds",
        "1, 1 second",
        "59, 59 seconds",
        "60, 1 minute",
        "400, 6 minutes 40 seconds",
        "599, 9 minutes 59 seconds",
        "629, 10 minutes",
        "630, 11 minutes",
        "3600, 1 hour",
        "7500, 2 hours 5 minutes",
    })
    void saysLengthsInEnglish(long seconds, String text) {
        assertThat(in(Locale.ROOT).of(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"0, 0 s", "59, 59 s", "119, 1 min", "3600, 1 h", "4139, 1 h 8 min"})
    void isBriefWhereThereIsLittleRoom(long seconds, String text) {
        assertThat(in(Locale.ROOT).brief(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} s: {1}")
    @CsvSource({"61, 1 Minute 1 Sekunde", "7200, 2 Stunden"})
    void saysLengthsInGerman(long seconds, String text) {
        assertThat(in(Locale.GERMAN).of(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
