package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When is looked at: `?date=2026-03-01&from=2026-03-01T08:00:00Z&zone=Europe/Berlin`.
///
/// @param date a past day; null: today, live
/// @param from where the timelines begin when they do not follow the clock; null: they do
/// @param zone the zone times are written in; null: the unit's
/// @param at the instant that is explained of the one person shown in full; null: none
record BoardTime(
        @Nullable LocalDate date,
        @Nullable Instant from,
        @Nullable ZoneId zone,
        @Nullable Instant at) {

    static final BoardTime NOW = new BoardTime(null, null, null, null);

    static BoardTime of(QueryParameters parameters) {
        return new BoardTime(
                AddressWords.time(parameters, "date", LocalDate::parse),
                AddressWords.time(parameters, "from", Instant::parse),
                AddressWords.time(parameters, "zone", ZoneId::of),
                AddressWords.time(parameters, "at", Instant::parse));
    }

    void write(Map<String, List<String>> parameters) {
        AddressWords.put(parameters, "date", date);
        AddressWords.put(parameters, "from", from);
        AddressWords.put(parameters, "zone", zone);
        AddressWords.put(parameters, "at", at);
    }

    boolean isPast() {
        return date != null;
    }

    /// Another day is seen from its own beginning, and nothing of it is explained yet.
    ///
    /// @param newDate null: today, live
    BoardTime withDate(@Nullable LocalDate newDate) {
        return new BoardTime(newDate, null, zone, null);
    }

    /// @param newFrom null: follows the clock
    BoardTime withFrom(@Nullable Instant newFrom) {
        return new BoardTime(date, newFrom, zone, at);
    }

    BoardTime withZone(@Nullable ZoneId newZone) {
        return new BoardTime(date, from, newZone, at);
    }

    /// @param newAt null: nothing is explained
    BoardTime withAt(@Nullable Instant newAt) {
        return new BoardTime(date, from, zone, newAt);
    }
}
