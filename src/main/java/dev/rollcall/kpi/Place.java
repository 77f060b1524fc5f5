package dev.rollcall.kpi;

import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.Comparator;

/// Where a fact counts.
///
/// @param currency its code, empty where no money is in it
/// @param category empty where it has none
record Place(AgentId agent, LocalDate date, FactKind kind, String currency, String category)
        implements Comparable<Place> {

    /// One order for everybody, so that no two who count wait for each other crosswise.
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::agent)
                    .thenComparing(Place::date)
                    .thenComparing(Place::kind)
                    .thenComparing(Place::currency)
                    .thenComparing(Place::category);

    static Place of(KpiFact fact, AgentId agent, LocalDate date) {
        var currency = fact.currency();
        var category = fact.category();
        return new Place(
                agent,
                date,
                fact.kind(),
                currency == null ? "" : currency.getCurrencyCode(),
                category == null ? "" : category);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
