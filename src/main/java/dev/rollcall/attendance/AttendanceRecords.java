package dev.rollcall.attendance;

import dev.rollcall.database.Precedence;
import dev.rollcall.database.Retries;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.presence.Tracking;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Days that are over, kept added up, so that a report over a month need not read them again. A
/// cache: a day without a record is read off timeline and plans, and so is every day that is not
/// long over; a record is dropped in the transaction that changes what it stands on.
@Component
class AttendanceRecords {

    /// So long after the last instant a day rests on it is added up. What is told as it happens
    /// therefore never touches a record, and whoever writes it down need not look.
    static final Duration REST = Duration.ofHours(12);

    /// What begins within this time before now concerns no record. An hour less than [#REST] would
    /// do for any transaction that takes less than that hour.
    private static final Duration FRESH = Duration.ofHours(10);

    /// Grows when days are added up in another way than before: what is kept then counts as
    /// missing.
    private static final int FORMULA = 1;

    /// So many people's day at a time: whoever waits for one of them waits for a fraction of a
    /// second.
    private static final int PEOPLE_A_STEP = 100;

    private final RecordTable table;
    private final DayReader reader;
    private final Directory directory;
    private final Tracking tracking;
    private final Retries retries;
    private final ApplicationClock clock;
    private final Set<LocalDate> wanted = ConcurrentHashMap.newKeySet();
    private final Precedence precedence = new Precedence();

    AttendanceRecords(
            RecordTable table,
            DayReader reader,
            Directory directory,
            Tracking tracking,
            Retries retries,
            ApplicationClock clock) {
        this.table = table;
        this.reader = reader;
        this.directory = directory;
        this.tracking = tracking;
        this.retries = retries;
        this.clock = clock;
    }

    /// What is kept of some people's days, read as it would be read today.
    Map<AgentId, Map<LocalDate, AttendanceDay>> find(
            Collection<Agent> people, LocalDate from, LocalDate to) {
        var bases = new HashMap<AgentId, String>();
        people.forEach(agent -> bases.put(agent.id(), basis(agent)));
        return table.find(bases, from, to);
    }

    /// Somebody misses the days of a date: they are added up next.
    void want(LocalDate date) {
        wanted.add(date);
    }

    /// The dates somebody missed since the last time this was asked.
    List<LocalDate> takeWanted() {
        var taken = List.copyOf(wanted);
        taken.forEach(wanted::remove);
        return taken;
    }

    /// How long those who add days up should rest now, as somebody else is changing them.
    Duration rest() {
        return precedence.rest();
    }

    /// Adds up everybody's day of a date, as far as it is over and not yet kept.
    ///
    /// @param between runs between two steps, with nothing locked
    /// @return how many days were added up
    int make(LocalDate date, Runnable between) {
        var known = table.bases(date);
        var missing =
                directory.agents(Scope.everyone()).stream()
                        .filter(agent -> isOver(date, agent))
                        .filter(agent -> !basis(agent).equals(known.get(agent.id())))
                        .toList();
        int made = 0;
        for (int from = 0; from < missing.size(); from += PEOPLE_A_STEP) {
            made +=
                    make(
                            missing.subList(from, Math.min(missing.size(), from + PEOPLE_A_STEP)),
                            date);
            between.run();
        }
        return made;
    }

    /// Whether a date is over in somebody's zone; their day of it may still go on.
    private boolean isOver(LocalDate date, Agent agent) {
        return date.isBefore(LocalDate.ofInstant(clock.instant().minus(REST), agent.zone()));
    }

    private int make(List<Agent> people, LocalDate date) {
        return retries.inTransactionOfItsOwn(() -> {
            // First the lock, then the look: whoever changes one of these days waits here, or was
            // here before.
            table.lock(people.stream().map(Agent::id).collect(Collectors.toSet()));
            var now = clock.instant();
            var rows = new ArrayList<RecordTable.Row>();
            for (var read : reader.totals(people, date, date, now)) {
                var until = read.restsUpTo().get(date);
                if (until != null && !until.isAfter(now.minus(REST))) {
                    rows.add(
                            new RecordTable.Row(
                                    read.agent().id(),
                                    basis(read.agent()),
                                    read.days().getFirst(),
                                    until));
                }
            }
            table.keep(rows);
            return rows.size();
        });
    }

    /// Drops the days that rest on stretches of timelines; takes part in the transaction that
    /// rewrites these.
    void drop(List<RecordTable.Stretch> rewritten) {
        var fresh = clock.instant().minus(FRESH);
        var past = rewritten.stream().filter(each -> each.from().isBefore(fresh)).toList();
        if (past.isEmpty()) {
            return;
        }
        precedence.take();
        table.lock(past.stream().map(RecordTable.Stretch::agent).collect(Collectors.toSet()));
        table.drop(past);
        past.forEach(each -> wantAround(each.from()));
    }

    private void wantAround(Instant instant) {
        if (instant.isAfter(clock.instant().minus(Duration.ofDays(Attendance.MOST_DAYS)))) {
            var date = LocalDate.ofInstant(instant, ZoneOffset.UTC);
            List.of(date.minusDays(1), date, date.plusDays(1)).forEach(this::want);
        }
    }

    /// Drops the days that rest on planned ones; takes part in the transaction that plans these.
    void dropPlanned(Map<AgentId, Set<LocalDate>> planned) {
        var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        var past = new HashMap<AgentId, List<LocalDate>>();
        planned.forEach((agent, dates) -> {
            var gone = dates.stream().filter(date -> !date.isAfter(tomorrow)).toList();
            if (!gone.isEmpty()) {
                past.put(agent, gone);
            }
        });
        if (past.isEmpty()) {
            return;
        }
        precedence.take();
        table.lock(past.keySet());
        past.forEach((agent, dates) -> {
            table.dropAround(agent, dates);
            dates.forEach(this::want);
        });
    }

    private String basis(Agent agent) {
        return FORMULA
                + " "
                + tracking.policy().forgottenAfter().toMinutes()
                + " "
                + agent.zone().getId();
    }
}
