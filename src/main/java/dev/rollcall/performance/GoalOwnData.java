package dev.rollcall.performance;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class GoalOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    GoalOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "goals",
                        database,
                        """
                        select if(subject_kind = 'OWN', 'myself', 'others') as setBy, metric,
                            from_month as fromMonth, goal, currency, set_at as setAt
                        from performance_goal
                        where subject_kind in ('OWN', 'PERSON') and subject_id = :agent
                        order by metric, from_month
                        """),
                OwnDataPart.of(
                        "shared-performance",
                        database,
                        """
                        select share.month, share.with_days as byDay,
                            (select group_concat(metric) from performance_share_metric chosen
                                where chosen.share_id = share.id) as metrics,
                            (select count(*) from performance_share_reader named
                                where named.share_id = share.id) as readers,
                            share.until_date as until, share.shared_at as sharedAt,
                            share.taken_back_at as takenBackAt
                        from performance_share share
                        where share.agent_id = :agent
                        order by share.id
                        """));
    }
}
