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

    /// This board, with what its team starts with by now. Its own arrangement stays the version
    /// that was seen: what was saved elsewhere meanwhile is met when this one is saved, not lost.
    ///
    /// @param now the board as it is saved
    public Dashboard withTeamOf(Dashboard now) {
        return now.version() == version
                ? now
                : new Dashboard(
                        layout, version, origin, now.team(), now.teamVersion(), now.mayShare());
    }

    /// Whose arrangement a board is.
    public enum Origin {
        OWN,
        TEAM,
        SHIPPED
    }
}
