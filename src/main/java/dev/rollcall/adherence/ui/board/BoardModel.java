package dev.rollcall.adherence.ui.board;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.ui.Standing;
import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The rows of one screen and their order. Rows change where they stand; only [#arrange] moves,
/// adds and removes any, so that nothing slips away under a pointer.
final class BoardModel {

    private final Map<AgentId, BoardRow> known = new HashMap<>();
    private final List<BoardRow> shown = new ArrayList<>();
    private final Map<AgentId, Integer> places = new HashMap<>();

    private Predicate<BoardRow> filter = _ -> true;
    private Predicate<BoardRow> part = _ -> true;
    private Comparator<BoardRow> order = Comparator.comparing(row -> row.agent().id());

    /// Who belongs here, which part of them is shown, and in what order. Shows after [#arrange].
    void look(
            Predicate<BoardRow> newFilter,
            Predicate<BoardRow> newPart,
            Comparator<BoardRow> newOrder) {
        filter = newFilter;
        part = newPart;
        order = newOrder;
    }

    /// Replaces everything known. Rows change where they stand; who is new or gone shows after
    /// [#arrange].
    void load(Collection<BoardRow> rows) {
        known.clear();
        rows.forEach(row -> known.put(row.agent().id(), row));
        shown.replaceAll(row -> known.getOrDefault(row.agent().id(), row));
    }

    /// Takes changed rows in; what is older than what is known is left out.
    ///
    /// @return those that are shown, with their new looks
    List<BoardRow> take(Collection<BoardRow> changed) {
        var redrawn = new ArrayList<BoardRow>();
        for (var row : changed) {
            var id = row.agent().id();
            var before = known.get(id);
            if (before != null && before.sequence() > row.sequence()) {
                continue;
            }
            known.put(id, row);
            var place = places.get(id);
            if (place != null) {
                shown.set(place, row);
                redrawn.add(row);
            }
        }
        return redrawn;
    }

    /// Puts everybody where they belong.
    ///
    /// @return false when everybody was there already
    boolean arrange() {
        var wanted = wanted();
        if (sameOrder(wanted)) {
            return false;
        }
        shown.clear();
        shown.addAll(wanted);
        places.clear();
        for (int i = 0; i < shown.size(); i++) {
            places.put(shown.get(i).agent().id(), i);
        }
        return true;
    }

    private List<BoardRow> wanted() {
        return known.values().stream().filter(filter).filter(part).sorted(order).toList();
    }

    private boolean sameOrder(List<BoardRow> wanted) {
        if (wanted.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).agent().id().equals(shown.get(i).agent().id())) {
                return false;
            }
        }
        return true;
    }

    /// How many rows [#arrange] would move, add or remove: those who come, those who go, and of the
    /// rest as few as must be picked up to put all in order.
    int moves() {
        var stayed = new ArrayList<Integer>();
        int came = 0;
        for (var row : wanted()) {
            var place = places.get(row.agent().id());
            if (place == null) {
                came++;
            } else {
                stayed.add(place);
            }
        }
        int gone = shown.size() - stayed.size();
        return came + gone + stayed.size() - longestRising(stayed);
    }

    /// The length of the longest rising subsequence: rows that may stay where they are.
    private static int longestRising(List<Integer> places) {
        var ends = new int[places.size()];
        int length = 0;
        for (int place : places) {
            int at = Arrays.binarySearch(ends, 0, length, place);
            at = at < 0 ? -at - 1 : at;
            ends[at] = place;
            length = Math.max(length, at + 1);
        }
        return length;
    }

    /// The rows shown, in order.
    List<BoardRow> rows() {
        return shown;
    }

    /// Everybody who belongs here, whether their part is shown or not.
    List<BoardRow> everybody() {
        return known.values().stream().filter(filter).toList();
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    @Nullable BoardRow row(AgentId agent) {
        return known.get(agent);
    }

    BoardTally tally(Instant now) {
        return BoardTally.of(everybody(), now);
    }

    OptionalInt placeOf(AgentId agent) {
        var place = places.get(agent);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// The next place below `from` where somebody is out, starting over at the top.
    ///
    /// @param from -1: before the first
    OptionalInt nextOut(int from) {
        return seekOut(step -> Math.floorMod(from + 1 + step, Math.max(1, shown.size())));
    }

    /// The next place above `from` where somebody is out, starting over at the bottom.
    OptionalInt previousOut(int from) {
        int start = from < 0 ? shown.size() : from;
        return seekOut(step -> Math.floorMod(start - 1 - step, Math.max(1, shown.size())));
    }

    private OptionalInt seekOut(IntUnaryOperator place) {
        for (int step = 0; step < shown.size(); step++) {
            int at = place.applyAsInt(step);
            if (Standing.of(shown.get(at)).isOut()) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }
}
