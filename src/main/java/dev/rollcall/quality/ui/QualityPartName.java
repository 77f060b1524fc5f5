package dev.rollcall.quality.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The parts of the room of quality.
enum QualityPartName {
    TODO,
    EVALUATIONS,
    INTERACTIONS,
    SAMPLING,
    CALIBRATION,
    REPORT;

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Who only looks has the evaluations, the interactions and the report.
    static List<QualityPartName> offered(boolean evaluates) {
        return evaluates ? List.of(values()) : List.of(REPORT, EVALUATIONS, INTERACTIONS);
    }

    static QualityPartName of(String token, boolean evaluates) {
        var offered = offered(evaluates);
        return Arrays.stream(values())
                .filter(each -> each.token().equals(token))
                .filter(offered::contains)
                .findFirst()
                .orElse(offered.getFirst());
    }
}
