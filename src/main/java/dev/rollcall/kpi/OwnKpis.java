package dev.rollcall.kpi;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the caller achieved themselves. There is no such way to anybody else's facts. Empty for who
/// is no agent.
@Service
public class OwnKpis {

    private final FactTable table;
    private final Access access;

    OwnKpis(FactTable table, Access access) {
        this.table = table;
        this.access = access;
    }

    private Optional<AgentId> self() {
        return access.viewer().agent();
    }

    /// The caller's counts by day, kind and currency; the days in order.
    ///
    /// @param from the first day, included
    /// @param to the last day, included
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public List<DayTally> days(LocalDate from, LocalDate to) {
        return self().map(agent -> table.days(agent, from, to)).orElse(List.of());
    }

    /// The same of one kind, by category, too.
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public List<DayTally> categories(FactKind kind, LocalDate from, LocalDate to) {
        return self().map(agent -> table.categories(agent, kind, from, to)).orElse(List.of());
    }

    /// What the caller had on a day by an instant, by kind and currency.
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public List<DayTally> upTo(LocalDate date, Instant end) {
        return self().map(agent -> table.upTo(agent, date, end)).orElse(List.of());
    }

    /// The caller's facts of a kind, the newest first; without the name of the agent.
    ///
    /// @param limit how many at most
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public List<KpiFact> facts(FactKind kind, LocalDate from, LocalDate to, int limit) {
        return self().map(agent -> table.facts(agent, kind, from, to, limit)).orElse(List.of());
    }

    /// The first day the caller has facts of.
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public Optional<LocalDate> firstDay() {
        return self().map(table::firstDay);
    }

    /// The months the caller has facts of.
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public List<YearMonth> months() {
        return self().map(table::months).orElse(List.of());
    }
}
