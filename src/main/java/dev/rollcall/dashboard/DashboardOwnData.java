package dev.rollcall.dashboard;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class DashboardOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    DashboardOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "dashboards",
                        database,
                        "select page, layout, changed_at as changedAt from dashboard_layout where user_id = :user order by page"));
    }
}
