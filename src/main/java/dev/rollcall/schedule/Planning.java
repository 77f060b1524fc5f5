package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The guarded way to see and change one person's plan, for screens and programs.
@Service
public class Planning {

    private final Schedules schedules;
    private final Directory directory;
    private final Turns turns;

    Planning(Schedules schedules, Directory directory, Turns turns) {
        this.schedules = schedules;
        this.directory = directory;
        this.turns = turns;
    }

    /// The current version of one day; empty when nothing was ever planned.
    ///
    /// @param agent an external id
    /// @throws NotFound when there is nobody of that id in scope
    @Requires(Permission.SCHEDULE_VIEW)
    public Optional<DayPlan> plan(String agent, LocalDate date, Scope scope) {
        return schedules.plan(inScope(agent, scope).id(), date);
    }

    /// Writes a new version of a day.
    ///
    /// @param agent an external id
    /// @param expectedVersion the version the writer saw (0: none), null when they do not care
    /// @throws NotFound when there is nobody of that id in scope
    /// @throws InvalidInput naming the bad entries as `/activities/<index>/<field>`
    /// @throws PlanConflict when somebody was first; it says who
    @Requires(Permission.SCHEDULE_WRITE)
    public DayPlan replace(
            String agent,
            LocalDate date,
            List<PlannedActivity> activities,
            @Nullable String note,
            @Nullable Integer expectedVersion,
            Scope scope,
            Actor by) {
        var id = inScope(agent, scope).id();
        return turns.take(() -> schedules.replace(id, date, activities, note, expectedVersion, by));
    }

    private Agent inScope(String externalId, Scope scope) {
        return directory
                .agent(externalId)
                .filter(agent -> scope.includes(agent, null))
                .orElseThrow(() -> new NotFound("agent", externalId));
    }
}
