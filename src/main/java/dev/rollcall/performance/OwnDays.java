package dev.rollcall.performance;

import dev.rollcall.kpi.KpiFact;
import dev.rollcall.kpi.OwnKpis;
import dev.rollcall.people.Directory;
import dev.rollcall.performance.DayDetail.Entry;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// The caller's own days in full, and nobody else's.
@Service
public class OwnDays {

    /// So many entries of a day are shown.
    static final int SHOWN = 60;

    private final OwnKpis kpis;
    private final Directory directory;
    private final Access access;

    OwnDays(OwnKpis kpis, Directory directory, Access access) {
        this.kpis = kpis;
        this.directory = directory;
        this.access = access;
    }

    /// What the caller did on a day; empty for who is no agent.
    @Requires(Permission.KPI_OWN)
    public Optional<DayDetail> of(LocalDate date, Metric metric) {
        return access.viewer()
                .agent()
                .flatMap(directory::agent)
                .map(agent -> {
                    var facts = kpis.facts(metric.kind(), date, date, SHOWN + 1);
                    return new DayDetail(
                            date,
                            metric,
                            facts.stream()
                                    .limit(SHOWN)
                                    .map(fact -> entry(fact, agent.zone()))
                                    .toList(),
                            facts.size() > SHOWN);
                });
    }

    private static Entry entry(KpiFact fact, ZoneId zone) {
        var amount = fact.amount();
        return new Entry(
                fact.at().atZone(zone).toLocalTime(),
                fact.category(),
                amount == null ? null : new Amount(amount, fact.currency()),
                fact.duration(),
                fact.isDone());
    }
}
