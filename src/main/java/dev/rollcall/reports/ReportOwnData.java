package dev.rollcall.reports;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class ReportOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    ReportOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "weekly-reports",
                        database,
                        """
                        select monday, prepared_at as preparedAt, days, scheduled div 1000000 as scheduledSeconds,
                            working div 1000000 as workingSeconds, raw_out div 1000000 as rawOutSeconds,
                            tolerated_out div 1000000 as toleratedOutSeconds, score_out div 1000000 as scoreOutSeconds,
                            late, early, absent, middle, breaks, missed_breaks as missedBreaks
                        from weekly_report where agent_id = :agent order by monday
                        """),
                OwnDataPart.of(
                        "weekly-notes",
                        database,
                        """
                        select r.monday, n.version, n.note, n.written_at as writtenAt, n.writer_name as writtenBy
                        from weekly_note n join weekly_report r on r.id = n.report_id
                        where r.agent_id = :agent order by r.monday, n.version
                        """));
    }
}
