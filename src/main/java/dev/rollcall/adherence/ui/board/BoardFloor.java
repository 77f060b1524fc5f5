package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.floor.Coverage;
import dev.rollcall.adherence.floor.Ghosting;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What everybody on the board says together, as it was found last: coverage, and who might be
/// worth a look.
final class BoardFloor {

    private Coverage coverage = Coverage.NONE;
    private Map<AgentId, Ghosting> quiet = Map.of();

    /// Looks at everybody again.
    ///
    /// @param live whether somebody can be at their work now at all
    /// @return whose row says something else than before
    Set<AgentId> look(Collection<BoardRow> rows, TimeSpan window, Instant now, boolean live) {
        if (live) {
            return take(FloorLooks.Look.at(rows, window, now));
        }
        return take(new FloorLooks.Look(0, Coverage.of(rows, window, now), Map.of()));
    }

    /// Takes over what was found.
    ///
    /// @return whose row says something else than before
    Set<AgentId> take(FloorLooks.Look look) {
        coverage = look.coverage();
        var found = look.quiet();
        var changed = new HashSet<AgentId>();
        for (var agent : found.keySet()) {
            if (!quiet.containsKey(agent)) {
                changed.add(agent);
            }
        }
        for (var agent : quiet.keySet()) {
            if (!found.containsKey(agent)) {
                changed.add(agent);
            }
        }
        quiet = found;
        return changed;
    }

    Coverage coverage() {
        return coverage;
    }

    Set<AgentId> quiet() {
        return quiet.keySet();
    }

    /// Why somebody might be worth a look; null: nothing says so.
    @Nullable Ghosting ghosting(BoardRow row) {
        return quiet.get(row.agent().id());
    }
}
