package dev.rollcall.planner;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class PlannerOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    PlannerOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "terms-of-work",
                        database,
                        """
                        select effective_from as effectiveFrom, weekly_minutes as weeklyMinutes, days_a_week as daysAWeek,
                            rest_minutes as restMinutes
                        from contract where agent_id = :agent order by effective_from
                        """),
                OwnDataPart.of(
                        "availability",
                        database,
                        """
                        select weekday, starts_at as startsAt, ends_at as endsAt
                        from availability where agent_id = :agent order by weekday, starts_at
                        """),
                OwnDataPart.of(
                        "rotations",
                        database,
                        """
                        select a.starts_on as startsOn, r.name as rotation
                        from rotation_assigned a left join rotation r on r.id = a.rotation
                        where a.agent_id = :agent order by a.starts_on
                        """));
    }
}
