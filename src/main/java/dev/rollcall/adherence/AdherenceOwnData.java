package dev.rollcall.adherence;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class AdherenceOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    AdherenceOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "adherence-days",
                        database,
                        """
                        select work_date as date, scheduled div 1000000 as scheduledSeconds,
                            working div 1000000 as workingSeconds, raw_in div 1000000 as rawInSeconds,
                            raw_out div 1000000 as rawOutSeconds, tolerated_out div 1000000 as toleratedOutSeconds,
                            score_in div 1000000 as scoreInSeconds, score_out div 1000000 as scoreOutSeconds, deviations,
                            changed_afterwards div 1000000 as changedAfterwardsSeconds, computed_at as computedAt
                        from adherence_day where agent_id = :agent order by work_date
                        """));
    }
}
