package dev.rollcall.performance;

import dev.rollcall.kpi.OwnKpis;
import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The caller's own milestones, where their unit shows any. Nobody else has a way to them.
@Service
public class OwnMilestones {

    /// As far back as is looked: best ever is best of these years.
    private static final int YEARS_BACK = 3;

    private final OwnKpis kpis;
    private final MeasureBook measures;
    private final Directory directory;
    private final Access access;
    private final ApplicationClock clock;

    OwnMilestones(
            OwnKpis kpis,
            MeasureBook measures,
            Directory directory,
            Access access,
            ApplicationClock clock) {
        this.kpis = kpis;
        this.measures = measures;
        this.directory = directory;
        this.access = access;
        this.clock = clock;
    }

    /// The latest first.
    ///
    /// @return empty where the unit shows none, and for who is no agent
    @Requires(Permission.KPI_OWN)
    @Transactional(readOnly = true)
    public Optional<List<Milestone>> reached() {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .filter(agent -> Boolean.TRUE.equals(measures.of(agent.unit()).milestones()))
                .map(this::reached);
    }

    private List<Milestone> reached(Agent agent) {
        var today = LocalDate.ofInstant(clock.instant(), agent.zone());
        var known = kpis.firstDay();
        if (known.isEmpty()) {
            return List.of();
        }
        var earliest = today.minusYears(YEARS_BACK);
        var first = known.get().isBefore(earliest) ? earliest : known.get();
        var ledger = new Ledger(kpis.days(first, today));
        var settled = measures.of(agent.unit()).currency();
        var currency = settled == null ? ledger.mainCurrency().orElse(null) : settled;
        var line = measures.line(agent);
        var book = measures.goals(line);
        var free = measures.months(agent.unit(), first, today);
        var months =
                new Milestones.Months() {
                    @Override
                    public Optional<BigDecimal> goal(Metric metric, YearMonth month) {
                        return book.of(line, metric, month)
                                .filter(goal ->
                                        !metric.isMoney()
                                                || Objects.equals(goal.currency(), currency))
                                .map(Goal::value);
                    }

                    @Override
                    public WorkingMonth working(YearMonth month) {
                        return Objects.requireNonNull(free.get(month));
                    }
                };
        return new Milestones(ledger, months, currency, first, today).of(MilestoneRule.SHIPPED);
    }
}
