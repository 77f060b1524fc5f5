package dev.rollcall.attendance;

import dev.rollcall.mydata.OwnDataKeeper;
import dev.rollcall.mydata.OwnDataPart;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What this module keeps about somebody, for themselves.
@Component
class AttendanceOwnData implements OwnDataKeeper {

    private final JdbcClient database;

    AttendanceOwnData(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<OwnDataPart> ownData() {
        return List.of(
                OwnDataPart.of(
                        "corrections",
                        database,
                        """
                        select kind, from_at as fromAt, until_at as untilAt, base, code, reason, asked_at as askedAt,
                            asked_name as askedBy, state, decided_at as decidedAt, decided_name as decidedBy, note
                        from attendance_correction where agent_id = :agent order by asked_at, id
                        """),
                OwnDataPart.of(
                        "attendance-days",
                        database,
                        """
                        select work_date as date, shift_start as shiftStart, shift_end as shiftEnd, first_in as firstIn,
                            last_out as lastOut, late div 1000000 as lateSeconds, early div 1000000 as earlySeconds, absent,
                            missing_clock_out as missingClockOut, spent, breaks, break_time div 1000000 as breakSeconds
                        from attendance_day where agent_id = :agent order by work_date
                        """));
    }
}
