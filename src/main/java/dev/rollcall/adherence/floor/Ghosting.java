package dev.rollcall.adherence.floor;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.LiveState;
import dev.rollcall.adherence.engine.Piece;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.schedule.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Somebody who should be at work and possibly is not, although no figure tells so: a reason to
/// look, never a verdict. Nothing of it counts. Pure.
///
/// @param since when that began
/// @param busyColleagues of those who did what they do meanwhile, how many had work; for
///   [Kind#UNTOUCHED]
/// @param colleagues who was available or active in the same unit meanwhile; for [Kind#UNTOUCHED]
public record Ghosting(Kind kind, Instant since, int busyColleagues, int colleagues) {

    public enum Kind {
        /// Available, and nothing touched, while colleagues had work.
        UNTOUCHED,
        /// Scheduled, and not clocked in since the shift began.
        ABSENT
    }

    /// How long somebody may wait for work before it is strange.
    private static final Duration UNTOUCHED_AFTER = Duration.ofMinutes(30);

    /// How late somebody may come before it is told.
    private static final Duration ABSENT_AFTER = Duration.ofMinutes(15);

    /// A floor of two tells nothing.
    private static final int FEWEST_COLLEAGUES = 2;

    /// Who of these possibly is not at work, and why it looks so. Colleagues are those of the same
    /// unit among `rows`; where fewer than half of them had work, there was none, and nobody is
    /// named.
    public static Map<AgentId, Ghosting> among(Collection<BoardRow> rows, Instant now) {
        var rowsByUnit = new HashMap<UnitId, List<BoardRow>>();
        for (var row : rows) {
            rowsByUnit.computeIfAbsent(unit(row), _ -> new ArrayList<>()).add(row);
        }
        var found = new HashMap<AgentId, Ghosting>();
        for (var unit : rowsByUnit.values()) {
            var colleagues = Colleagues.of(unit, now);
            for (var row : unit) {
                absent(row, now)
                        .or(() -> untouched(row, colleagues, now))
                        .ifPresent(ghosting -> found.put(row.agent().id(), ghosting));
            }
        }
        return found;
    }

    private static UnitId unit(BoardRow row) {
        return row.currentUnit() == null ? row.agent().unit() : row.currentUnit();
    }

    private static boolean shouldWork(BoardRow row) {
        return row.state()
                .flatMap(LiveState::piece)
                .filter(piece -> piece.category() == Category.WORK)
                .isPresent();
    }

    private static Optional<Ghosting> absent(BoardRow row, Instant now) {
        if (!shouldWork(row) || !isIn(row, Base.AWAY)) {
            return Optional.empty();
        }
        var shift = row.schedule().stream().map(Piece::start).min(Instant::compareTo);
        return shift.filter(start -> !start.plus(ABSENT_AFTER).isAfter(now))
                .filter(start ->
                        Deeds.until(row, now).stream()
                                .filter(span -> span.end().isAfter(start))
                                .allMatch(span -> Deeds.is(span, Base.AWAY)))
                .map(start -> new Ghosting(Kind.ABSENT, start, 0, 0));
    }

    private static Optional<Ghosting> untouched(BoardRow row, Colleagues colleagues, Instant now) {
        if (!shouldWork(row) || !isIn(row, Base.AVAILABLE) || row.onCall()) {
            return Optional.empty();
        }
        var since = availableSince(row);
        if (since.plus(UNTOUCHED_AFTER).isAfter(now)) {
            return Optional.empty();
        }
        // Who is available since then is one of those who were there, and was not busy.
        int there = Colleagues.after(since, colleagues.there()) - 1;
        int busy = Colleagues.after(since, colleagues.busy());
        return there >= FEWEST_COLLEAGUES && 2 * busy >= there
                ? Optional.of(new Ghosting(Kind.UNTOUCHED, since, busy, there))
                : Optional.empty();
    }

    /// The start of the unbroken stretch of being available that goes on now.
    private static Instant availableSince(BoardRow row) {
        // Whose present nothing is known of began it never.
        var since = row.period().end();
        for (var span : row.actual().reversed()) {
            if (!Deeds.is(span, Base.AVAILABLE)) {
                break;
            }
            since = span.start();
        }
        return since;
    }

    private static boolean isIn(BoardRow row, Base base) {
        return row.state().filter(live -> Deeds.is(live.presence(), base)).isPresent();
    }

    /// When each of a unit was last there, and last busy; sorted, so that the largest unit is
    /// looked through once and not once for everybody in it.
    private record Colleagues(List<Instant> there, List<Instant> busy) {

        static Colleagues of(List<BoardRow> unit, Instant now) {
            var there = new ArrayList<Instant>();
            var busy = new ArrayList<Instant>();
            for (var row : unit) {
                Instant lastThere = Instant.MIN;
                Instant lastBusy = Instant.MIN;
                for (var span : Deeds.until(row, now)) {
                    if (Deeds.is(span, Base.ACTIVE)) {
                        lastBusy = span.end();
                        lastThere = span.end();
                    } else if (Deeds.is(span, Base.AVAILABLE)) {
                        lastThere = span.end();
                    }
                }
                there.add(lastThere);
                busy.add(lastBusy);
            }
            there.sort(null);
            busy.sort(null);
            return new Colleagues(there, busy);
        }

        /// How many lie after an instant.
        static int after(Instant since, List<Instant> sorted) {
            int low = 0;
            int high = sorted.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted.get(middle).isAfter(since)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return sorted.size() - low;
        }
    }
}
