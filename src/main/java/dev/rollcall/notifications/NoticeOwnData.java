package dev.rollcall.notifications;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class NoticeOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    NoticeOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "notices",
                        database,
                        """
                        select kind, facts, told_at as toldAt, read_at as readAt
                        from notice where agent_id = :agent or user_id = :user order by told_at, id
                        """));
    }
}
