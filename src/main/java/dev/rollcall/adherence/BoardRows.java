package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Day;
import dev.rollcall.adherence.engine.Engine;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceSegment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a row of the board from a working day. Pure.
final class BoardRows {

    private BoardRows() {}

    /// The row of a day as it stands at an instant.
    ///
    /// @param presence what the person does now; null before their first event
    static BoardRow row(
            WorkingDay day, Instant now, LivePresence.@Nullable Now presence, long sequence) {
        var rules = day.rules().rules();
        var soFar = day.asOf(now);
        boolean live = day.period().contains(now);
        return new BoardRow(
                day.agent(),
                live ? currentUnit(day, presence) : null,
                day.date(),
                day.period(),
                live ? Day.of(day.toItsEnd(), rules).at(now) : null,
                live ? since(day, now) : null,
                live && presence != null ? presence.changedBy() : null,
                live && presence != null && presence.onCall(),
                Figures.of(Engine.assess(soFar, rules)),
                day.rules().targetPercent(),
                within(day),
                Day.of(soFar, rules).judged(),
                List.of(),
                sequence);
    }

    private static @Nullable UnitId currentUnit(
            WorkingDay day, LivePresence.@Nullable Now presence) {
        return presence == null || day.agent().unit().equals(presence.currentUnit())
                ? null
                : presence.currentUnit();
    }

    private static @Nullable Instant since(WorkingDay day, Instant now) {
        return day.segments().stream()
                .filter(s -> !s.start().isAfter(now))
                .reduce((_, later) -> later)
                .map(PresenceSegment::start)
                .orElse(null);
    }

    static List<Piece> within(WorkingDay day) {
        return day.pieces().stream()
                .filter(p -> p.start().isBefore(day.period().end()))
                .filter(p -> p.end().isAfter(day.period().start()))
                .toList();
    }
}
