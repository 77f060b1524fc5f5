package dev.rollcall.alerts;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class AlertOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    AlertOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "alerts",
                        database,
                        """
                        select out_since as outSince, severity, activity, nudged_at as nudgedAt, raised_at as raisedAt, severe_at as severeAt,
                            cleared_at as clearedAt,
                            (select count(distinct d.user_id) from alert_delivery d where d.alert_id = alert.id and not d.held_back) as peopleTold
                        from alert where agent_id = :agent order by out_since
                        """),
                OwnDataPart.of(
                        "alerts-told-to-me",
                        database,
                        """
                        select told_at as toldAt, held_back as heldBack, mail
                        from alert_delivery where user_id = :user order by told_at
                        """));
    }
}
