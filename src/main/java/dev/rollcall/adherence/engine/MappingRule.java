package dev.rollcall.adherence.engine;

/// One line of the mapping: this activity with this presence means that verdict.
///
/// @param activity an activity's code, or `*` for any
/// @param presence a presence written `BASE` or `BASE/CODE`, or `*` for any; matched exactly
/// @param verdict IN, OUT or NEUTRAL
public record MappingRule(String activity, String presence, Verdict verdict) {

    /// Stands for any activity or any presence.
    public static final String ANY = "*";

    public MappingRule {
        if (verdict == Verdict.UNMAPPED) {
            throw new IllegalArgumentException("A mapping rule decides: IN, OUT or NEUTRAL");
        }
    }
}
