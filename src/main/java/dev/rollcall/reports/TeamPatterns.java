package dev.rollcall.reports;

import dev.rollcall.audit.AuditLog;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.reports.ReportQuery.By;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the days of many people say about their plan and about how much is asked of them.
@Service
public class TeamPatterns {

    /// How many days one may ask for at a time.
    public static final int MOST_DAYS = AdherenceReports.MOST_DAYS;

    private final Reported people;
    private final Facts facts;
    private final Access access;
    private final AuditLog audit;

    TeamPatterns(Reported people, Facts facts, Access access, AuditLog audit) {
        this.people = people;
        this.facts = facts;
        this.access = access;
        this.audit = audit;
    }

    /// Somebody with signs of strain, and why.
    public record Strained(Agent agent, List<Strain> signs) {

        public Strained {
            signs = List.copyOf(signs);
        }
    }

    /// How much of the scheduled time of people was not there for customers.
    ///
    /// @param unit with everything below it; null: everybody in scope
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires(Permission.ADHERENCE_VIEW)
    public Shrinkage shrinkage(LocalDate from, LocalDate to, @Nullable UnitId unit, Scope scope) {
        Reported.check(from, to, MOST_DAYS);
        var read = facts.read(agents(from, to, unit, scope), from, to);
        return Shrinkage.of(facts.byActivity(read, from, to).values(), read.waiting());
    }

    /// Places in the plan that are at fault.
    ///
    /// @param unit with everything below it; null: everybody in scope
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires(Permission.ADHERENCE_VIEW)
    public List<ScheduleFault> faults(
            LocalDate from, LocalDate to, @Nullable UnitId unit, Scope scope) {
        Reported.check(from, to, MOST_DAYS);
        return ScheduleFault.in(facts.days(agents(from, to, unit, scope), from, to));
    }

    /// Who shows signs of strain, most signs first: a look at the detail of each of them.
    ///
    /// @param unit with everything below it; null: everybody in scope
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires(Permission.ADHERENCE_VIEW)
    @Transactional
    public List<Strained> strained(
            LocalDate from, LocalDate to, @Nullable UnitId unit, Scope scope) {
        Reported.check(from, to, MOST_DAYS);
        var agents = agents(from, to, unit, scope);
        var days = new HashMap<AgentId, List<DayFacts>>();
        facts.days(agents, from, to)
                .forEach(day -> days.computeIfAbsent(day.agent(), _ -> new ArrayList<>()).add(day));
        var found = new ArrayList<Strained>();
        for (var agent : agents) {
            var signs = Strain.in(days.getOrDefault(agent.id(), List.of()));
            if (!signs.isEmpty()) {
                found.add(new Strained(agent, signs));
            }
        }
        var viewer = access.viewer();
        for (var each : found) {
            if (!viewer.agent().equals(Optional.of(each.agent().id()))) {
                audit.looked(viewer.actor(), each.agent().externalId(), "signs of strain");
            }
        }
        found.sort((one, other) -> other.signs().size() - one.signs().size());
        return found;
    }

    private List<Agent> agents(LocalDate from, LocalDate to, @Nullable UnitId unit, Scope scope) {
        return people.of(new ReportQuery(from, to, unit, null, null, "", By.AGENT), scope);
    }
}
