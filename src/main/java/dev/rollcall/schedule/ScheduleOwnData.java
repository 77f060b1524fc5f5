package dev.rollcall.schedule;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class ScheduleOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    ScheduleOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "plans",
                        database,
                        """
                        select p.plan_date as date, p.version, c.version is not null as current, p.note,
                            p.changed_at as changedAt, p.changed_by as changedBy, a.activity, a.starts_at as startsAt,
                            a.ends_at as endsAt
                        from day_plan p
                        left join day_plan_current c using (agent_id, plan_date, version)
                        left join planned_activity a using (agent_id, plan_date, version)
                        where p.agent_id = :agent order by p.plan_date, p.version, a.position
                        """),
                OwnDataPart.of(
                        "calendar-address",
                        database,
                        "select made_at as madeAt, read_at as lastReadAt from calendar_feed where user_id = :user"));
    }
}
