package dev.rollcall.planner;

import java.util.List;

/// Days are drafted otherwise. Published inside the writing transaction; listen after the commit.
///
/// @param days as they are now
public record DraftsChanged(List<RosterDay> days) {

    public DraftsChanged {
        days = List.copyOf(days);
    }
}
