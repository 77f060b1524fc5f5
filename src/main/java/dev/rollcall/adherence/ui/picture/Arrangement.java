package dev.rollcall.adherence.ui.picture;

import dev.rollcall.people.AgentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Who stands where on a board. Never changes, so that many screens can share one, and a screen
/// whose rows must stand still can keep an older one.
public final class Arrangement {

    static final Arrangement EMPTY = new Arrangement(List.of());

    private final AgentId[] order;
    private final Map<AgentId, Integer> places;

    public Arrangement(List<AgentId> order) {
        this.order = order.toArray(AgentId[]::new);
        this.places = HashMap.newHashMap(order.size());
        for (int place = 0; place < this.order.length; place++) {
            places.put(this.order[place], place);
        }
    }

    public int size() {
        return order.length;
    }

    /// Who stands at a place, 0 being the top.
    public AgentId at(int place) {
        return order[place];
    }

    public OptionalInt placeOf(AgentId agent) {
        var place = places.get(agent);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /// Everybody in order.
    public List<AgentId> everybody() {
        return List.of(order);
    }

    boolean isOrder(List<AgentId> wanted) {
        return Arrays.asList(order).equals(wanted);
    }

    /// How many rows would move, come or go on the way to another arrangement: those who come,
    /// those who go, and of the rest as few as must be picked up to put all in order.
    public int movesTo(Arrangement wanted) {
        if (wanted == this) {
            return 0;
        }
        var stayed = new ArrayList<Integer>();
        int came = 0;
        for (var agent : wanted.order) {
            var place = places.get(agent);
            if (place == null) {
                came++;
            } else {
                stayed.add(place);
            }
        }
        int gone = order.length - stayed.size();
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
}
