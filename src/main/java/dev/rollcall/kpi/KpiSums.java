package dev.rollcall.kpi;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/// What each of some people achieved together over a period, for jobs of the house that make sums
/// over many of it. No person and no program gets an answer here, whatever they may do.
@Component
public class KpiSums {

    private final FactTable table;
    private final Access access;

    KpiSums(FactTable table, Access access) {
        this.table = table;
        this.access = access;
    }

    /// By kind and currency; people without facts are left out.
    ///
    /// @param from the first day, included
    /// @param to the last day, included
    /// @throws AccessDeniedException for anybody but a job of the house
    public Map<AgentId, List<DayTally>> of(
            Collection<AgentId> agents, LocalDate from, LocalDate to) {
        demandTheHouse();
        return agents.isEmpty() ? Map.of() : table.sums(agents, from, to);
    }

    /// What one of them achieved day by day, by kind and currency; for what they chose to share.
    ///
    /// @param from the first day, included
    /// @param to the last day, included
    /// @throws AccessDeniedException for anybody but a job of the house
    public List<DayTally> days(AgentId agent, LocalDate from, LocalDate to) {
        demandTheHouse();
        return table.days(agent, from, to);
    }

    private void demandTheHouse() {
        if (access.viewer().actor().kind() != Actor.Kind.SYSTEM) {
            throw new AccessDeniedException("What one person achieved is theirs.");
        }
    }
}
