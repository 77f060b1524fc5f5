package dev.rollcall.adherence;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.util.Set;

/// What some people are excused for changed. Published inside the transaction that changes it.
///
/// @param span the time that may be judged otherwise now; it may end far away
public record ExcusesChanged(Set<AgentId> people, TimeSpan span) {

    public ExcusesChanged {
        people = Set.copyOf(people);
    }
}
