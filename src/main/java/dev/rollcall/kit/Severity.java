package dev.rollcall.kit;

import java.util.Locale;

/// How much a person's state asks for attention, from the best to the worst known; each has a
/// shape, a colour and a word, the same on every screen.
public enum Severity {
    IN,
    GRACE,
    OUT,
    SEVERE,
    NOT_SCHEDULED,
    UNKNOWN;

    /// Its name in styles and templates: `not-scheduled`.
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Key of its word in the translations.
    public String translationKey() {
        return "kit.severity." + name();
    }
}
