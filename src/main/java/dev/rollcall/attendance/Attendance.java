package dev.rollcall.attendance;

import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.Timelines;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers who was there and when: totals of people, units and days, and what stands behind them.
/// Whatever is told or planned later counts at once: what is kept of days that are over is dropped
/// with what it was read from.
@Service
public class Attendance {

    /// How many days one may ask for at a time.
    public static final int MOST_DAYS = 92;

    private static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 3);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 29);

    /// Days this near may be missing from what is kept: they may not be over everywhere.
    private static final int RECENT_DAYS = 3;

    private final Directory directory;
    private final DayReader reader;
    private final AttendanceRecords records;
    private final Timelines timelines;
    private final LivePresence live;
    private final CorrectionTable corrections;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Attendance(
            Directory directory,
            DayReader reader,
            AttendanceRecords records,
            Timelines timelines,
            LivePresence live,
            CorrectionTable corrections,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.directory = directory;
        this.reader = reader;
        this.records = records;
        this.timelines = timelines;
        this.live = live;
        this.corrections = corrections;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Totals of people, units or days. People in scope have a line though they did nothing.
    ///
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional(readOnly = true)
    public AttendanceReport report(AttendanceQuery query, Scope scope) {
        check(query.from(), query.to());
        var now = clock.instant();
        var people = people(query, scope);
        var days = days(people, query.from(), query.to(), now);
        var asked = corrections.of(ids(people), around(query.from(), query.to()));
        var lines = new LinkedHashMap<Object, LineSum>();
        var total = new TotalSum();
        for (var agent : people) {
            var own = asked.getOrDefault(agent.id(), List.of());
            for (var day : days.getOrDefault(agent.id(), List.of())) {
                lines.computeIfAbsent(key(query.groupBy(), agent, day), _ -> new LineSum())
                        .add(agent, day, Correction.approved(own, day.period()));
                total.add(day.total());
            }
        }
        return new AttendanceReport(query, now, lines(query, lines), total.total());
    }

    private List<AttendanceLine> lines(AttendanceQuery query, Map<Object, LineSum> sums) {
        boolean single = query.from().equals(query.to()) && query.groupBy() == GroupBy.AGENT;
        var sorted = new ArrayList<AttendanceLine>();
        switch (query.groupBy()) {
            case AGENT ->
                    sums.values()
                            .forEach(sum ->
                                    sorted.add(sum.line(sum.firstAgent(), null, null, single)));
            case UNIT ->
                    directory.units(Scope.everyone()).stream()
                            .filter(unit -> sums.containsKey(unit.id()))
                            .forEach(unit ->
                                    sorted.add(sum(sums, unit.id()).line(null, unit, null, false)));
            case DAY ->
                    new TreeMap<LocalDate, LineSum>(byDate(sums))
                            .forEach((date, sum) -> sorted.add(sum.line(null, null, date, false)));
        }
        return sorted;
    }

    private static Map<LocalDate, LineSum> byDate(Map<Object, LineSum> sums) {
        var dates = new HashMap<LocalDate, LineSum>();
        sums.forEach((date, sum) -> dates.put((LocalDate) date, sum));
        return dates;
    }

    private static LineSum sum(Map<Object, LineSum> sums, UnitId unit) {
        return sums.getOrDefault(unit, new LineSum());
    }

    private static Object key(GroupBy by, Agent agent, AttendanceDay day) {
        return switch (by) {
            case AGENT -> agent.id();
            case UNIT -> agent.unit();
            case DAY -> day.date();
        };
    }

    /// One person's days with what they were read from. A look at somebody's detail, and written
    /// down as one unless it is their own.
    ///
    /// @return empty when the person is not in scope
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public Optional<PersonAttendance> person(
            AgentId id, LocalDate from, LocalDate to, Scope scope) {
        check(from, to);
        return directory
                .agent(id)
                .filter(agent -> sees(scope, agent))
                .map(agent -> detail(List.of(agent), from, to).getFirst());
    }

    /// The days of everybody asked for, for a file. A look at the detail of each of them.
    ///
    /// @throws InvalidInput when the period is turned round or longer than [#MOST_DAYS]
    @Requires({Permission.PRESENCE_VIEW, Permission.ADHERENCE_OWN})
    @Transactional
    public List<PersonAttendance> days(AttendanceQuery query, Scope scope) {
        check(query.from(), query.to());
        return detail(people(query, scope), query.from(), query.to());
    }

    private List<PersonAttendance> detail(List<Agent> people, LocalDate from, LocalDate to) {
        var viewer = access.viewer();
        for (var agent : people) {
            if (!viewer.agent().equals(Optional.of(agent.id()))) {
                audit.looked(
                        viewer.actor(), agent.externalId(), "attendance " + from + " to " + to);
            }
        }
        var now = clock.instant();
        var read = reader.details(people, from, to, now);
        var reasons =
                read.isEmpty()
                        ? Map.<AgentId, Map<Instant, String>>of()
                        : timelines.clockOutReasons(ids(people), span(read));
        return read.stream()
                .map(days -> days.detail(now, reasons.getOrDefault(days.agent().id(), Map.of())))
                .toList();
    }

    private static TimeSpan span(List<DaysRead> read) {
        var from = read.stream().map(days -> days.span().start()).min(Instant::compareTo);
        var to = read.stream().map(days -> days.span().end()).max(Instant::compareTo);
        return TimeSpan.of(from.orElseThrow(), to.orElseThrow());
    }

    private List<Agent> people(AttendanceQuery query, Scope scope) {
        Set<UnitId> units = query.unit() == null ? null : directory.withDescendants(query.unit());
        var text = new SearchText(query.text());
        return directory.agents(Scope.everyone()).stream()
                .filter(agent -> sees(scope, agent))
                .filter(agent -> units == null || units.contains(agent.unit()))
                .filter(agent -> query.group() == null || agent.groups().contains(query.group()))
                .filter(agent -> query.agent() == null || query.agent().equals(agent.id()))
                .filter(agent -> text.isIn(agent.name(), agent.externalId()))
                .toList();
    }

    // ------------------------------------------------------------------ reading

    /// Everybody's days in order: those that are kept, and the others read off timelines and plans.
    private Map<AgentId, List<AttendanceDay>> days(
            List<Agent> people, LocalDate from, LocalDate to, Instant now) {
        var dates = from.datesUntil(to.plusDays(1)).toList();
        var found = records.find(people, from, to);
        var missing = new LinkedHashMap<Agent, List<LocalDate>>();
        for (var agent : people) {
            var kept = found.getOrDefault(agent.id(), Map.of());
            missing.put(agent, dates.stream().filter(date -> !kept.containsKey(date)).toList());
        }
        var recent = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(RECENT_DAYS);
        for (var gap : Gap.of(missing, recent)) {
            for (var read : reader.totals(gap.people(), gap.from(), gap.to(), now)) {
                var own = found.computeIfAbsent(read.agent().id(), _ -> new HashMap<>());
                read.days().forEach(day -> own.putIfAbsent(day.date(), day));
            }
        }
        missing.values().stream()
                .flatMap(List::stream)
                .filter(date -> date.isBefore(recent))
                .forEach(records::want);
        var days = new HashMap<AgentId, List<AttendanceDay>>();
        found.forEach((agent, own) ->
                days.put(agent, dates.stream().map(own::get).filter(Objects::nonNull).toList()));
        return days;
    }

    private static List<AgentId> ids(List<Agent> people) {
        return people.stream().map(Agent::id).toList();
    }

    /// At least what belongs to some dates, in whatever zone.
    private static TimeSpan around(LocalDate from, LocalDate to) {
        return TimeSpan.of(
                from.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant(),
                to.plusDays(3).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private boolean sees(Scope scope, Agent agent) {
        return live.isIn(scope, agent);
    }

    private static void check(LocalDate from, LocalDate to) {
        checkDay(from, "/from");
        checkDay(to, "/to");
        if (to.isBefore(from)) {
            throw InvalidInput.of("/to", "The last day is not before the first.");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw InvalidInput.of("/to", "Ask for at most " + MOST_DAYS + " days at a time.");
        }
    }

    private static void checkDay(LocalDate day, String pointer) {
        if (day.isBefore(FIRST_DATE) || day.isAfter(LAST_DATE)) {
            throw InvalidInput.of(pointer, "A day lies between 1970 and 2199, not " + day + ".");
        }
    }
}
