package dev.rollcall.adherence;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.TimelinesRewritten;
import dev.rollcall.schedule.ScheduleChanged;
import dev.rollcall.shared.ApplicationClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Drops the records of days that are over when what they stand on changes: in the transaction that
/// changes it, so that no reader and no crash finds the one without the other. A person who moves
/// to another unit or zone keeps the days behind them as they were judged.
@Component
class RecordsFollow {

    private static final LocalDate FIRST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final DayRecords records;
    private final LiveBoard board;
    private final Directory directory;
    private final ApplicationClock clock;

    RecordsFollow(
            DayRecords records, LiveBoard board, Directory directory, ApplicationClock clock) {
        this.records = records;
        this.board = board;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener
    void on(TimelinesRewritten rewritten) {
        var now = clock.instant();
        for (var stretch : rewritten.stretches()) {
            if (board.isWithinToday(stretch.agent(), stretch.from(), now)) {
                continue;
            }
            var zone = directory.agent(stretch.agent()).map(Agent::zone).orElse(clock.getZone());
            // The day before, too: its shift may go on after midnight.
            var from = date(stretch.from(), zone).minusDays(1);
            if (mayBeOver(from, now, zone)) {
                records.drop(stretch.agent(), from, date(stretch.to(), zone).plusDays(1));
            }
        }
    }

    @EventListener
    void on(ScheduleChanged change) {
        var now = clock.instant();
        for (var day : change.days()) {
            var zone = directory.agent(day.agent()).map(Agent::zone).orElse(clock.getZone());
            var from = day.date().minusDays(1);
            if (mayBeOver(from, now, zone)) {
                records.drop(day.agent(), from, day.date().plusDays(1));
            }
        }
    }

    /// Nothing of today is on record: only what reaches into days that are over matters.
    @EventListener
    void on(ExcusesChanged change) {
        var now = clock.instant();
        var byZone = new HashMap<ZoneId, List<AgentId>>();
        for (var person : change.people()) {
            if (!board.isWithinToday(person, change.span().start(), now)) {
                var zone = directory.agent(person).map(Agent::zone).orElse(clock.getZone());
                byZone.computeIfAbsent(zone, _ -> new ArrayList<>()).add(person);
            }
        }
        byZone.forEach((zone, people) -> {
            var from = date(change.span().start(), zone).minusDays(1);
            if (mayBeOver(from, now, zone)) {
                records.drop(people, from, date(change.span().end(), zone).plusDays(1));
            }
        });
    }

    private static boolean mayBeOver(LocalDate date, Instant now, ZoneId zone) {
        return date.isBefore(LocalDate.ofInstant(now, zone).plusDays(1));
    }

    private static LocalDate date(Instant instant, ZoneId zone) {
        if (instant.isBefore(Instant.parse("1000-01-02T00:00:00Z"))) {
            return FIRST.plusDays(1);
        }
        return instant.isAfter(Instant.parse("9999-12-30T00:00:00Z"))
                ? LAST.minusDays(1)
                : LocalDate.ofInstant(instant, zone);
    }
}
