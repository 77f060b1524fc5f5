package dev.rollcall.adherence.ui.board;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.adherence.floor.Ghosting;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// What everybody says together, found once at each beat for all boards that show the same people
/// over the same hours, however many are open.
@SpringComponent
final class FloorLooks {

    private final Map<Key, Look> looks = new ConcurrentHashMap<>();

    /// Who is looked at, and which hours.
    record Key(Scope scope, BoardFilter filter, TimeSpan window) {}

    /// @param beat of the pulse at which it was found
    /// @param quiet who might be worth a look
    record Look(long beat, Coverage coverage, Map<AgentId, Ghosting> quiet) {

        static Look at(Collection<BoardRow> rows, TimeSpan window, Instant now) {
            return at(0, rows, window, now);
        }

        private static Look at(long beat, Collection<BoardRow> rows, TimeSpan window, Instant now) {
            return new Look(beat, Coverage.of(rows, window, now), Ghosting.among(rows, now));
        }
    }

    /// @param beat the one it is asked for at; what was found at another is forgotten
    /// @param people asked for when nobody has looked at this beat
    Look at(long beat, Key key, Instant now, Supplier<Collection<BoardRow>> people) {
        looks.values().removeIf(look -> look.beat() != beat);
        return looks.computeIfAbsent(key, _ -> Look.at(beat, people.get(), key.window(), now));
    }
}
