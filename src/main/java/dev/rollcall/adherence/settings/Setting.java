package dev.rollcall.adherence.settings;

/// The settings of adherence that are single values.
public enum Setting {
    /// The score to reach, a `BigDecimal` from 0 to 100.
    TARGET,
    /// Out for this long or longer is severe, a `Duration`.
    SEVERE,
    /// What time counts as whose pair nobody mapped, a `Rules.Unmapped`.
    UNMAPPED,
    /// Whether work outside every entry is an exception, a `Rules.Unscheduled`.
    UNSCHEDULED,
    /// The presences, or bases, in which a person works: a list of texts.
    WORKING_PRESENCES,
    /// Whether what a contact takes of a break is given back after it, a `Boolean`.
    CHAINED_EXCUSE
}
