package dev.rollcall.requests.ui;

import java.util.Arrays;
import java.util.Locale;

/// What there is to see in the inbox.
enum InboxPart {
    WAITING,
    DECIDED,
    OPEN_SHIFTS,
    ALLOWANCES,
    RULES;

    /// As the address bar has it.
    String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @return what waits when it is none
    static InboxPart of(String token) {
        return Arrays.stream(values())
                .filter(each -> each.token().equals(token))
                .findFirst()
                .orElse(WAITING);
    }

    /// Whether it lists requests, and so changes whenever one does.
    boolean isList() {
        return this == WAITING || this == DECIDED || this == OPEN_SHIFTS;
    }
}
