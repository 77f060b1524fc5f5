package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Rules;
import java.math.BigDecimal;
import java.time.LocalDate;

/// The rules that hold for a unit on a day, put together from what each level says.
///
/// @param version names this combination of stored settings: their numbers from the unit upwards,
///   `shipped` when nobody ever changed anything
/// @param edition names what is stored for the unit and above it, other days included: it changes
///   with every change
/// @param effectiveFrom the day the newest of them began to hold; for what is shipped, a day before
///   any other
/// @param form the same as it is written down, nothing left out
public record RuleSet(
        String version,
        String edition,
        LocalDate effectiveFrom,
        Rules rules,
        BigDecimal targetPercent,
        SettingsForm form) {

    static final String SHIPPED = "shipped";

    /// Whether what a contact takes of a break is given back after it.
    boolean chainsExcuses() {
        return Boolean.TRUE.equals(form.chainedExcuse());
    }

    /// Whether nobody ever changed anything.
    public boolean isShipped() {
        return version.equals(SHIPPED);
    }
}
