package dev.rollcall.work;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class WorkOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    WorkOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "work-items",
                        database,
                        """
                        select reference, channel, state, priority, arrived_at as arrivedAt, held_since as heldSince,
                            ended_at as endedAt, turns
                        from work_item where agent_id = :agent order by arrived_at, id
                        """),
                OwnDataPart.of(
                        "inactive-in-groups",
                        database,
                        """
                        select group_id as groupNumber, since, changed_by as changedBy, reason
                        from work_inactive where agent_id = :agent order by since
                        """),
                OwnDataPart.of(
                        "work-limits",
                        database,
                        "select channel, items from work_limit where agent_id = :agent order by channel"));
    }
}
