package dev.rollcall.adherence.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/// A pair of activity and presence that really happened, and that no rule speaks of.
///
/// @param activity what was scheduled
/// @param presence what was reported
/// @param people how many people it touched
/// @param time how long, added up over them
/// @param firstDay the first working day on which it was seen
/// @param last when it was seen last
public record SeenPair(
        String activity,
        String presence,
        int people,
        Duration time,
        LocalDate firstDay,
        Instant last) {

    public Pair pair() {
        return new Pair(activity, presence);
    }
}
