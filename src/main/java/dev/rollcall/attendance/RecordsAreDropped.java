package dev.rollcall.attendance;

import dev.rollcall.people.AgentId;
import dev.rollcall.presence.TimelinesRewritten;
import dev.rollcall.schedule.ScheduleChanged;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Drops what was added up when what it stands on changes: in the transaction that changes it, so
/// that no reader and no crash finds the one without the other. Ahead of others who do the like in
/// either event, so that no two wait for each other crosswise.
@Component
class RecordsAreDropped {

    private final AttendanceRecords records;

    RecordsAreDropped(AttendanceRecords records) {
        this.records = records;
    }

    @Order(0)
    @EventListener
    void on(TimelinesRewritten rewritten) {
        records.drop(
                rewritten.stretches().stream()
                        .map(each -> new RecordTable.Stretch(each.agent(), each.from(), each.to()))
                        .toList());
    }

    @Order(0)
    @EventListener
    void on(ScheduleChanged change) {
        var planned = new HashMap<AgentId, Set<LocalDate>>();
        for (var day : change.days()) {
            planned.computeIfAbsent(day.agent(), _ -> new HashSet<>()).add(day.date());
        }
        records.dropPlanned(planned);
    }
}
