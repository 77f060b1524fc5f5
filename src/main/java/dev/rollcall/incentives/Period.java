package dev.rollcall.incentives;

import java.time.LocalDate;

/// The days a scheme pays for at once, in each person's own zone.
///
/// @param from the first day
/// @param to the last day, included
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A period does not end before it begins");
        }
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
