package dev.rollcall.kpi;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class KpiOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    KpiOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "kpi-facts",
                        database,
                        """
                        select s.name as source, f.fact_id as id, f.version, f.work_date as date, f.kind, f.at,
                            f.amount, f.due, f.currency, f.category, f.duration_seconds as durationSeconds,
                            f.progress, f.resolved_at as resolvedAt, f.received_at as receivedAt,
                            f.actor_name as toldBy
                        from kpi_fact f join kpi_source s on s.id = f.source_id
                        where f.agent_id = :agent order by f.at, f.id
                        """),
                OwnDataPart.of(
                        "kpi-facts-corrected",
                        database,
                        """
                        select s.name as source, f.fact_id as id, f.version, f.work_date as date, f.kind, f.at,
                            f.amount, f.due, f.currency, f.category, f.duration_seconds as durationSeconds,
                            f.progress, f.resolved_at as resolvedAt, f.replaced_at as replacedAt
                        from kpi_fact_past f join kpi_source s on s.id = f.source_id
                        where f.agent_id = :agent order by f.at, f.version
                        """));
    }
}
