package dev.rollcall.planner.ui;

import dev.rollcall.schedule.PlannedActivity;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// Days somebody copied, as they were then.
record Copied(List<Piece> pieces) {

    static final Copied NOTHING = new Copied(List.of());

    Copied {
        pieces = List.copyOf(pieces);
    }

    /// One of the days.
    ///
    /// @param down how many rows below the first of them
    /// @param on how many dates after the first of them
    /// @param zone of whoever had it
    record Piece(int down, int on, LocalDate date, ZoneId zone, List<PlannedActivity> entries) {

        Piece {
            entries = List.copyOf(entries);
        }
    }
}
