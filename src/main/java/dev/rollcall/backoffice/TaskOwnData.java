package dev.rollcall.backoffice;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class TaskOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    TaskOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "back-office-tasks",
                        database,
                        """
                        select title, description, estimate_minutes as estimateMinutes, due_at as dueAt, state,
                            created_by as createdBy, created_at as createdAt, ended_at as endedAt
                        from backoffice_task where agent_id = :agent order by created_at, id
                        """),
                OwnDataPart.of(
                        "back-office-times",
                        database,
                        """
                        select t.title, i.started_at as startedAt, i.ended_at as endedAt
                        from backoffice_interval i join backoffice_task t on t.id = i.task
                        where i.agent_id = :agent order by i.started_at
                        """));
    }
}
