package dev.rollcall.kpi;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How counts change when facts come: what is new is added where it counts, what it replaces is
/// taken away from where it counted. The sum of all changes is what a recount finds.
final class Counting {

    private final TreeMap<Place, Tally> changes = new TreeMap<>();

    /// @param before what it replaces, null when it is new
    void take(@Nullable Counted before, Counted after) {
        if (before != null) {
            add(before.place(), Tally.of(before.fact()).negated());
        }
        add(after.place(), Tally.of(after.fact()));
    }

    private void add(Place place, Tally change) {
        changes.merge(place, change, Tally::plus);
    }

    /// What changes where; places where nothing does are left out.
    SortedMap<Place, Tally> changes() {
        changes.values().removeIf(Tally.NOTHING::equals);
        return changes;
    }

    /// A fact and where it counts.
    record Counted(KpiFact fact, Place place) {}
}
