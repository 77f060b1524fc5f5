package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;

/// Who has promised days off. Implemented by whoever decides about them; without one nobody has
/// any. Nothing is proposed or laid out on such a day, although its plan may hold nothing that says
/// so: days on which somebody would not work anyway have none.
public interface DaysOff {

    /// The whole days some people are off, from one date to another, both included.
    Set<DayKey> of(Collection<AgentId> people, LocalDate from, LocalDate to);
}
