package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The plans: read and replaced a day at a time. Callers have decided already whose they may touch.
public interface Schedules {

    /// The current version of one day; empty when nothing was ever planned.
    Optional<DayPlan> plan(AgentId agent, LocalDate date);

    /// Current versions of the days from `from` to `to`, both included, in order of date; everybody
    /// asked for has an entry. Days without activities are left out.
    Map<AgentId, List<DayPlan>> plans(Collection<AgentId> agents, LocalDate from, LocalDate to);

    /// Writes a new version of a day.
    ///
    /// @param expectedVersion the version the writer saw (0: none), null when they do not care
    /// @throws org.springframework.dao.OptimisticLockingFailureException when somebody was first
    DayPlan replace(
            AgentId agent,
            LocalDate date,
            List<PlannedActivity> activities,
            @Nullable String note,
            @Nullable Integer expectedVersion,
            Actor by);
}
