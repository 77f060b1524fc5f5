package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The people of a picture: known, counted and put in order. Rows change where they stand; only
/// [#arrange] moves, adds and removes any, so that nothing slips away under a pointer. For one
/// thread at a time.
final class Crowd {

    private final Predicate<BoardRow> filter;
    private final Predicate<BoardRow> part;
    private final Comparator<BoardRow> order;

    /// Those who belong here, and those who are arranged still.
    private final Map<AgentId, BoardRow> known = new HashMap<>();

    private Arrangement arrangement = Arrangement.EMPTY;

    /// Those of the known who belong here, counted.
    private BoardCount count = new BoardCount();

    /// Whether somebody may stand where they no longer belong: nothing is put in order for a change
    /// that moves nobody, which most do.
    private boolean unsettled = true;

    /// @param filter who belongs here
    /// @param part which of them are shown
    Crowd(Predicate<BoardRow> filter, Predicate<BoardRow> part, Comparator<BoardRow> order) {
        this.filter = filter;
        this.part = part;
        this.order = order;
    }

    /// The same people in the same order, who go their own way from now on.
    Crowd copy(Predicate<BoardRow> samePart) {
        var copy = new Crowd(filter, samePart, order);
        copy.arrangement = arrangement;
        copy.load(known.values());
        return copy;
    }

    /// Time has passed: who belongs to a part may have changed without their row.
    void reconsider() {
        unsettled = true;
    }

    /// Replaces everything known.
    void load(Collection<BoardRow> rows) {
        known.clear();
        count = new BoardCount();
        for (var row : rows) {
            if (filter.test(row)) {
                known.put(row.agent().id(), row);
                count.add(row);
            } else if (isArranged(row)) {
                known.put(row.agent().id(), row);
            }
        }
        unsettled = true;
    }

    /// Takes changed rows in; what is older than what is known is left out.
    ///
    /// @return whose rows are different from before
    Set<AgentId> take(Collection<BoardRow> changed) {
        var taken = new HashSet<AgentId>();
        for (var row : changed) {
            var id = row.agent().id();
            var before = known.get(id);
            if (before != null && before.sequence() > row.sequence()) {
                continue;
            }
            if (before != null && filter.test(before)) {
                count.remove(before);
            }
            boolean belongs = filter.test(row);
            if (belongs) {
                count.add(row);
            }
            if (belongs || isArranged(row)) {
                known.put(id, row);
                taken.add(id);
            } else {
                known.remove(id);
            }
            unsettled |= isArranged(row) != belongs(row);
        }
        unsettled |= taken.stream().anyMatch(agent -> !standsRight(agent));
        return taken;
    }

    private boolean belongs(BoardRow row) {
        return filter.test(row) && part.test(row);
    }

    private boolean isArranged(BoardRow row) {
        return arrangement.placeOf(row.agent().id()).isPresent();
    }

    /// Whether somebody arranged stands right between their neighbours.
    private boolean standsRight(AgentId agent) {
        int place = arrangement.placeOf(agent).orElse(-1);
        return place < 0 || (inOrder(place - 1, place) && inOrder(place, place + 1));
    }

    private boolean inOrder(int upper, int lower) {
        if (upper < 0 || lower >= arrangement.size()) {
            return true;
        }
        var above = known.get(arrangement.at(upper));
        var below = known.get(arrangement.at(lower));
        return above != null && below != null && order.compare(above, below) <= 0;
    }

    /// Puts everybody where they belong.
    ///
    /// @return false when everybody was there already
    boolean arrange() {
        if (!unsettled) {
            return false;
        }
        unsettled = false;
        var wanted = wanted();
        if (arrangement.isOrder(wanted)) {
            return false;
        }
        arrangement = new Arrangement(wanted);
        known.values().removeIf(row -> !filter.test(row));
        return true;
    }

    /// Begins with those who are arranged: they are nearly in order, and names are dear to compare.
    private List<AgentId> wanted() {
        var wanted = new ArrayList<BoardRow>(known.size());
        for (var agent : arrangement.everybody()) {
            var now = known.get(agent);
            if (now != null && belongs(now)) {
                wanted.add(now);
            }
        }
        for (var row : known.values()) {
            if (!isArranged(row) && belongs(row)) {
                wanted.add(row);
            }
        }
        wanted.sort(order);
        return wanted.stream().map(row -> row.agent().id()).toList();
    }

    /// How everybody was put in order last.
    Arrangement arrangement() {
        return arrangement;
    }

    /// Everybody who belongs here, whether their part is shown or not.
    List<BoardRow> everybody() {
        return known.values().stream().filter(filter).toList();
    }

    @Nullable BoardRow row(AgentId agent) {
        return known.get(agent);
    }

    BoardTally tally(Instant now) {
        return count.tally(now);
    }
}
