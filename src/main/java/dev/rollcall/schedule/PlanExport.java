package dev.rollcall.schedule;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives plans out as files: everybody's of a scope, of a unit and those below it, or one person's.
/// A look at the detail of each of them.
@Service
public class PlanExport {

    /// How many days one may ask for at a time.
    public static final int MOST_DAYS = 92;

    /// How many people's days one may ask for at a time.
    public static final int MOST_PERSON_DAYS = 50_000;

    private final Schedules schedules;
    private final Activities activities;
    private final Directory directory;
    private final AuditLog audit;
    private final Access access;

    PlanExport(
            Schedules schedules,
            Activities activities,
            Directory directory,
            AuditLog audit,
            Access access) {
        this.schedules = schedules;
        this.activities = activities;
        this.directory = directory;
        this.audit = audit;
        this.access = access;
    }

    /// What plans go out as.
    public enum Format {
        /// The table that can be imported again.
        CSV,
        /// A workbook.
        XLSX,
        /// A calendar that can be imported again.
        ICS
    }

    /// Which plans.
    ///
    /// @param from the first date
    /// @param to the last date, included
    /// @param unit only people at home in it or below it; null: all
    /// @param agent only this one; null: all
    public record Wanted(
            LocalDate from, LocalDate to, @Nullable UnitId unit, @Nullable AgentId agent) {}

    /// One person's days that have a plan, in order of date.
    public record PersonPlans(Agent agent, List<DayPlan> days) {

        public PersonPlans {
            days = List.copyOf(days);
        }
    }

    /// The plans, by name of the person.
    ///
    /// @throws InvalidInput when the period is turned round or too long (`/to`)
    @Requires(Permission.SCHEDULE_VIEW)
    @Transactional
    public List<PersonPlans> plans(Wanted wanted, Scope scope) {
        return read(wanted, scope);
    }

    /// Writes the plans as a file.
    ///
    /// @throws InvalidInput when the period is turned round or too long (`/to`)
    @Requires(Permission.SCHEDULE_VIEW)
    @Transactional
    public void write(Wanted wanted, Format format, Scope scope, OutputStream out)
            throws IOException {
        var plans = read(wanted, scope);
        switch (format) {
            case CSV ->
                    out.write(
                            PlanCsv.of(plans, activities::categoryOf)
                                    .getBytes(StandardCharsets.UTF_8));
            case ICS ->
                    out.write(
                            PlanIcs.of(plans, activities::categoryOf, this::name)
                                    .getBytes(StandardCharsets.UTF_8));
            case XLSX -> PlanXlsx.write(plans, this::name, out);
        }
    }

    private String name(String activity) {
        return activities.of(activity).map(Activity::name).orElse(activity);
    }

    private List<PersonPlans> read(Wanted wanted, Scope scope) {
        var people = people(wanted, scope);
        check(wanted, people.size());
        var viewer = access.viewer();
        var plans =
                schedules.plans(
                        people.stream().map(Agent::id).toList(), wanted.from(), wanted.to());
        for (var agent : people) {
            if (!viewer.agent().equals(Optional.of(agent.id()))) {
                audit.looked(
                        viewer.actor(),
                        agent.externalId(),
                        "plans " + wanted.from() + " to " + wanted.to());
            }
        }
        return people.stream()
                .map(agent -> new PersonPlans(agent, plans.getOrDefault(agent.id(), List.of())))
                .toList();
    }

    private static void check(Wanted wanted, int people) {
        long days = ChronoUnit.DAYS.between(wanted.from(), wanted.to()) + 1;
        if (days < 1) {
            throw InvalidInput.of("/to", "The last day does not lie before the first.");
        }
        if (days > MOST_DAYS) {
            throw InvalidInput.of("/to", "Ask for at most " + MOST_DAYS + " days at a time.");
        }
        if (days * people > MOST_PERSON_DAYS) {
            throw InvalidInput.of(
                    "/to",
                    "These are "
                            + people
                            + " people; ask for at most "
                            + MOST_PERSON_DAYS / people
                            + " days at a time, or for a smaller unit.");
        }
    }

    private List<Agent> people(Wanted wanted, Scope scope) {
        var unit = wanted.unit();
        var units = unit == null ? null : directory.withDescendants(unit);
        return directory.agents(scope).stream()
                .filter(agent -> units == null || units.contains(agent.unit()))
                .filter(agent -> wanted.agent() == null || agent.id().equals(wanted.agent()))
                .toList();
    }
}
