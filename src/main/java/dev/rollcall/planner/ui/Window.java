package dev.rollcall.planner.ui;

import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The hours of one day, from its midnight on.
///
/// @param minutes how long it is, in whole hours
record Window(Instant begin, int minutes) {

    Instant at(int minute) {
        return begin.plus(minute, ChronoUnit.MINUTES);
    }

    TimeSpan span() {
        return TimeSpan.of(begin, at(minutes));
    }
}
