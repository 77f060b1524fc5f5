package dev.rollcall.presence;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class PresenceOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    PresenceOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "presence-events",
                        database,
                        """
                        select e.occurred_at as occurredAt, e.received_at as receivedAt, e.source, e.kind, e.base,
                            e.code, e.work_item as workItem, e.channel, e.expected_return as expectedReturn,
                            e.clock_out_reason as clockOutReason, e.actor_name as saidBy, n.note
                        from presence_event e left join presence_note n on n.event = e.id
                        where e.agent_id = :agent order by e.occurred_at, e.id
                        """),
                OwnDataPart.of(
                        "presence-segments",
                        database,
                        """
                        select started_at as startedAt, ended_at as endedAt, base, code, changed_by as changedBy,
                            automatic, on_call as onCall
                        from presence_segment where agent_id = :agent
                        union all
                        select started_at, null, base, code, changed_by, automatic, on_call
                        from presence_head where agent_id = :agent and started_at is not null
                        order by startedAt
                        """),
                OwnDataPart.of(
                        "next-status",
                        database,
                        """
                        select base, code, note, clock_out_reason as clockOutReason, actor_name as setBy, wished_at as setAt
                        from presence_next_status where agent_id = :agent
                        """));
    }
}
