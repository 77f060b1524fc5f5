package dev.rollcall.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingComplaintTests {

    @ParameterizedTest
    @ValueSource(strings = {"translations", "translations_de"})
    void isTranslated(String file) {
        var bundle = ResourceBundle.getBundle("vaadin-i18n/" + file);

        assertThat(bundle.keySet())
                .containsAll(
                        Arrays.stream(TrackingComplaint.values())
                                .map(TrackingComplaint::key)
                                .toList());
    }
}
