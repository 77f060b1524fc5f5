package dev.rollcall.incentives.ui;

import java.util.List;
import java.util.Locale;

/// The parts of the room of incentives.
enum IncentivesPartName {
    SCHEMES,
    AWARDS,
    REDEMPTIONS,
    APPEALS;

    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Who does not decide has nothing to do among what waits.
    static List<IncentivesPartName> offered(boolean decides) {
        return decides ? List.of(values()) : List.of(SCHEMES, AWARDS);
    }

    static IncentivesPartName of(String token, boolean decides) {
        return offered(decides).stream()
                .filter(each -> each.token().equals(token))
                .findFirst()
                .orElse(SCHEMES);
    }
}
