package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When is looked at: `?date=2026-03-01&from=2026-03-01T08:00:00Z&zone=Europe/Berlin`, or
/// `?seen=2026-03-01T10:15:00Z`.
///
/// @param date a past day on the whole, as it is known now; null: today, live, or a moment
/// @param seen a moment that is over, and what was known then; null: what is known now
/// @param from where the timelines begin when they do not follow the clock; null: they do
/// @param zone the zone times are written in; null: the unit's
/// @param at the instant that is explained of the one person shown in full; null: none
record BoardTime(
        @Nullable LocalDate date,
        @Nullable Instant seen,
        @Nullable Instant from,
        @Nullable ZoneId zone,
        @Nullable Instant at) {

    static final BoardTime NOW = new BoardTime(null, null, null, null, null);

    /// A moment says which day it is.
    BoardTime {
        date = seen == null ? date : null;
    }

    static BoardTime of(QueryParameters parameters) {
        return new BoardTime(
                AddressWords.time(parameters, "date", LocalDate::parse),
                AddressWords.time(parameters, "seen", Instant::parse),
                AddressWords.time(parameters, "from", Instant::parse),
                AddressWords.time(parameters, "zone", ZoneId::of),
                AddressWords.time(parameters, "at", Instant::parse));
    }

    void write(Map<String, List<String>> parameters) {
        AddressWords.put(parameters, "date", date);
        AddressWords.put(parameters, "seen", seen);
        AddressWords.put(parameters, "from", from);
        AddressWords.put(parameters, "zone", zone);
        AddressWords.put(parameters, "at", at);
    }

    /// Whether a day is shown on the whole.
    boolean isPast() {
        return date != null;
    }

    /// Whether what is shown follows what happens.
    boolean isLive() {
        return date == null && seen == null;
    }

    /// The day that is looked at; null: today.
    ///
    /// @param zoneInForce where a moment is looked at from
    @Nullable LocalDate day(ZoneId zoneInForce) {
        return seen == null ? date : LocalDate.ofInstant(seen, zoneInForce);
    }

    /// Another day is seen from its own beginning, and nothing of it is explained yet.
    ///
    /// @param newDate null: today, live
    BoardTime withDate(@Nullable LocalDate newDate) {
        return new BoardTime(newDate, null, null, zone, null);
    }

    /// What was known at another moment. What is explained, and where the timelines begin, stays.
    BoardTime withSeen(Instant moment) {
        return new BoardTime(null, moment, from, zone, at);
    }

    /// @param newFrom null: follows the clock
    BoardTime withFrom(@Nullable Instant newFrom) {
        return new BoardTime(date, seen, newFrom, zone, at);
    }

    BoardTime withZone(@Nullable ZoneId newZone) {
        return new BoardTime(date, seen, from, newZone, at);
    }

    /// @param newAt null: nothing is explained
    BoardTime withAt(@Nullable Instant newAt) {
        return new BoardTime(date, seen, from, zone, newAt);
    }
}
