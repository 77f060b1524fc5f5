package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.NotFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// The guarded way to see and change one person's plan, for screens and programs.
@Service
public class Planning {

    private final Schedules schedules;
    private final Directory directory;
    private final Turns turns;
    private final AuditLog audit;
    private final Access access;

    Planning(Schedules schedules, Directory directory, Turns turns, AuditLog audit, Access access) {
        this.schedules = schedules;
        this.directory = directory;
        this.turns = turns;
        this.audit = audit;
        this.access = access;
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

    /// All versions of one day, the newest first, with what each changed. A look at the person's
    /// detail, unless it is their own.
    ///
    /// @param agent an external id
    /// @throws NotFound when there is nobody of that id in scope
    @Requires(Permission.SCHEDULE_VIEW)
    public List<Version> versions(String agent, LocalDate date, Scope scope) {
        var person = inScope(agent, scope);
        var viewer = access.viewer();
        if (!viewer.agent().equals(Optional.of(person.id()))) {
            audit.looked(viewer.actor(), person.externalId(), "plan versions " + date);
        }
        var plans = schedules.versions(person.id(), date);
        return IntStream.range(0, plans.size())
                .mapToObj(i ->
                        new Version(
                                plans.get(i),
                                PlanDifference.between(
                                        i + 1 < plans.size() ? plans.get(i + 1) : null,
                                        plans.get(i))))
                .toList();
    }

    /// A version of a day and what it changed.
    ///
    /// @param changes against the version before it
    public record Version(DayPlan plan, List<PlanDifference.Change> changes) {

        public Version {
            changes = List.copyOf(changes);
        }
    }

    /// Writes a new version of a day that says what an old one said. The old one stays what it is.
    ///
    /// @param agent an external id
    /// @param version the old one
    /// @param expectedVersion the version the writer saw, null when they do not care
    /// @throws NotFound when there is nobody of that id in scope, or no such version
    /// @throws InvalidInput when the day could not be planned like that any more
    /// @throws PlanConflict when somebody was first; it says who
    @Requires(Permission.SCHEDULE_WRITE)
    public DayPlan restore(
            String agent,
            LocalDate date,
            int version,
            @Nullable Integer expectedVersion,
            Scope scope,
            Actor by) {
        var person = inScope(agent, scope);
        return turns.take(() -> {
            var old =
                    schedules.versions(person.id(), date).stream()
                            .filter(plan -> plan.version() == version)
                            .findFirst()
                            .orElseThrow(() ->
                                    new NotFound("version of " + date, Integer.toString(version)));
            var restored =
                    schedules.replace(
                            person.id(), date, old.activities(), old.note(), expectedVersion, by);
            audit.changed(
                    by,
                    "plan",
                    person.externalId() + " " + date,
                    "version " + (restored.version() - 1),
                    "version " + restored.version() + ", as version " + version);
            return restored;
        });
    }

    private Agent inScope(String externalId, Scope scope) {
        return directory
                .agent(externalId)
                .filter(agent -> scope.includes(agent, null))
                .orElseThrow(() -> new NotFound("agent", externalId));
    }
}
