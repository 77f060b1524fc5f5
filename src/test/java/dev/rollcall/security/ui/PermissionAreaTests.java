package dev.rollcall.security.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rollcall.security.Permission;
import java.util.Arrays;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionAreaTests {

    @Test
    void hasEachPermissionInOnePlace() {
        assertThat(
                        Arrays.stream(PermissionArea.values())
                                .flatMap(area -> area.permissions().stream()))
                .containsExactlyInAnyOrder(Permission.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"translations", "translations_de"})
    void isToldInPlainWords(String file) {
        var bundle = ResourceBundle.getBundle("vaadin-i18n/" + file);

        for (var permission : Permission.values()) {
            assertThat(bundle.keySet())
                    .contains(
                            "security.permission." + permission,
                            "security.permission." + permission + ".what");
        }
        for (var area : PermissionArea.values()) {
            assertThat(bundle.keySet()).contains("security.area." + area);
        }
    }
}
