package dev.rollcall.organisation.ui;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What the page lists.
enum Kind {
    AGENTS,
    GROUPS,
    DEPARTMENTS,
    UNITS;

    /// What addresses call it.
    String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String token) {
        return Arrays.stream(values()).filter(kind -> kind.token().equals(token)).findFirst();
    }

    /// The translation of something about this kind, for example `organisation.AGENTS.add`.
    String key(String about) {
        return "organisation." + name() + "." + about;
    }
}
