package dev.rollcall.usage;

import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/// How much of their goals people reached, for the one question that needs it: whether those who
/// look often get further. Whoever keeps goals offers one bean of this type; without it the
/// question stays unanswered.
public interface GoalAttainment {

    /// In percent of what their goals asked for in a period, over all their metrics with a goal.
    /// Whoever has no goal in it is left out.
    ///
    /// @param from the first day
    /// @param until the first day after it
    Map<AgentId, Double> percent(Collection<AgentId> agents, LocalDate from, LocalDate until);
}
