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

    /// Those of the known who belong here, counted.
    private BoardCount count = new BoardCount();

    /// Whether somebody may stand where they no longer belong: nothing is put in order for a change
    /// that moves nobody, which most do.
    private boolean unsettled = true;

    /// Who belongs here, which part of them is shown, and in what order. Shows after [#arrange].
    void look(
            Predicate<BoardRow> newFilter,
            Predicate<BoardRow> newPart,
            Comparator<BoardRow> newOrder) {
        filter = newFilter;
        part = newPart;
        order = newOrder;
        recount();
        unsettled = true;
    }

    /// Time has passed: who belongs to a part may have changed without their row.
    void reconsider() {
        unsettled = true;
    }

    private void recount() {
        count = new BoardCount();
        known.values().stream().filter(filter).forEach(count::add);
    }

    /// Replaces everything known. Rows change where they stand; who is new or gone shows after
    /// [#arrange].
    void load(Collection<BoardRow> rows) {
        known.clear();
        rows.forEach(row -> known.put(row.agent().id(), row));
        shown.replaceAll(row -> known.getOrDefault(row.agent().id(), row));
        recount();
        unsettled = true;
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
            countAnew(before, row);
            var place = places.get(id);
            if (place != null) {
                shown.set(place, row);
                redrawn.add(row);
            }
            unsettled |= belongs(row) != (place != null);
        }
        unsettled |= redrawn.stream().anyMatch(row -> !standsRight(row));
        return redrawn;
    }

    private void countAnew(@Nullable BoardRow before, BoardRow row) {
        if (before != null && filter.test(before)) {
            count.remove(before);
        }
        if (filter.test(row)) {
            count.add(row);
        }
    }

    private boolean belongs(BoardRow row) {
        return filter.test(row) && part.test(row);
    }

    /// Whether somebody shown stands right between their neighbours.
    private boolean standsRight(BoardRow row) {
        int place = places.getOrDefault(row.agent().id(), 0);
        return (place == 0 || order.compare(shown.get(place - 1), row) <= 0)
                && (place + 1 == shown.size() || order.compare(row, shown.get(place + 1)) <= 0);
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

    /// Begins with those who are shown: they are nearly in order, and names are dear to compare.
    private List<BoardRow> wanted() {
        var wanted = new ArrayList<BoardRow>(known.size());
        for (var row : shown) {
            var now = known.get(row.agent().id());
            if (now != null && belongs(now)) {
                wanted.add(now);
            }
        }
        for (var row : known.values()) {
            if (!places.containsKey(row.agent().id()) && belongs(row)) {
                wanted.add(row);
            }
        }
        wanted.sort(order);
        return wanted;
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
        if (!unsettled) {
            return 0;
        }
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

    /// Whether somebody is one of [#everybody].
    boolean isOfThem(BoardRow row) {
        return filter.test(row);
    }

    boolean isEmpty() {
        return known.isEmpty();
    }

    @Nullable BoardRow row(AgentId agent) {
        return known.get(agent);
    }

    BoardTally tally(Instant now) {
        return count.tally(now);
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
