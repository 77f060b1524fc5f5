package dev.rollcall.deeds;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class DeedOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    DeedOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "recent-actions",
                        database,
                        """
                        select kind, facts, done_at as doneAt, undone_at as undoneAt
                        from deed where user_id = :user order by done_at, id
                        """));
    }
}
