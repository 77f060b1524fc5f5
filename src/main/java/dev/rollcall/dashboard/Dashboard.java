package dev.rollcall.dashboard;

import dev.rollcall.people.Unit;
import org.jspecify.annotations.Nullable;

/// One person's board as it stands.
///
/// @param version counts the changes of the person's own; guards against overwriting them
/// @param origin whose arrangement it is
/// @param team the unit whose default they start with; null: the organisation's
/// @param teamVersion counts the changes of exactly that unit's default, 0 while it has none
/// @param mayShare whether they may set that default
public record Dashboard(
        Layout layout,
        long version,
        Origin origin,
        @Nullable Unit team,
        long teamVersion,
        boolean mayShare) {

    /// Whose arrangement a board is.
    public enum Origin {
        OWN,
        TEAM,
        SHIPPED
    }
}
