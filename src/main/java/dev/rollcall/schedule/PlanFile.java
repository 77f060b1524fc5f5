package dev.rollcall.schedule;

import org.jspecify.annotations.Nullable;

/// A file with plans, and what is said beside it.
///
/// @param agent in a calendar: the external id of the one person all of it is about; null: each
///   event says whose it is
/// @param activity what counts where a file names no activity one knows; null: that is an error
public record PlanFile(
        Format format, String text, @Nullable String agent, @Nullable String activity) {

    /// What plans come in as.
    public enum Format {
        /// A table with a line for each entry.
        CSV,
        /// A calendar (RFC 5545).
        ICS,
        /// Shifts and time off as Microsoft Graph lists them.
        GRAPH
    }

    public PlanFile(Format format, String text) {
        this(format, text, null, null);
    }
}
