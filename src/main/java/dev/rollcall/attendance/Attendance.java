package dev.rollcall.attendance;

import dev.rollcall.attendance.AttendanceQuery.GroupBy;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.kit.SearchText;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.Unit;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceSegment;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Timelines;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.DayBorders;
import dev.rollcall.schedule.DayPlan;
import dev.rollcall.schedule.Layers;
import dev.rollcall.schedule.Schedules;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.security.Requires;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers who was there and when: totals of people, units and days, and what stands behind them.
/// Read off timelines and plans each time, so that whatever is told or planned later counts at
/// once.
@Service
public class Attendance {

    /// How many days one may ask for at a time.
    public static final int MOST_DAYS = 92;

    private static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 3);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 29);

    private final Directory directory;
    private final Schedules schedules;
    private final Activities activities;
    private final Timelines timelines;
    private final LivePresence live;
    private final Access access;
    private final AuditLog audit;
    private final ApplicationClock clock;

    Attendance(
            Directory directory,
            Schedules schedules,
            Activities activities,
            Timelines timelines,
            LivePresence live,
            Access access,
            AuditLog audit,
            ApplicationClock clock) {
        this.directory = directory;
        this.schedules = schedules;
        this.activities = activities;
        this.timelines = timelines;
        this.live = live;
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
        var lines = new LinkedHashMap<Object, Sum>();
        var total = AttendanceTotal.NONE;
        for (var person :
                read(people(query, scope), query.from(), query.to(), now, timelines::statesOf)) {
            for (var day : person.days()) {
                lines.computeIfAbsent(key(query.groupBy(), person.agent(), day), _ -> new Sum())
                        .add(person.agent(), day);
                total = total.plus(day.total());
            }
        }
        return new AttendanceReport(query, now, lines(query, lines), total);
    }

    private List<AttendanceLine> lines(AttendanceQuery query, Map<Object, Sum> sums) {
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
                    new TreeMap<LocalDate, Sum>(byDate(sums))
                            .forEach((date, sum) -> sorted.add(sum.line(null, null, date, false)));
        }
        return sorted;
    }

    private static Map<LocalDate, Sum> byDate(Map<Object, Sum> sums) {
        var dates = new HashMap<LocalDate, Sum>();
        sums.forEach((date, sum) -> dates.put((LocalDate) date, sum));
        return dates;
    }

    private static Sum sum(Map<Object, Sum> sums, UnitId unit) {
        return sums.getOrDefault(unit, new Sum());
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
        return read(people, from, to, now, timelines::of).stream()
                .map(days -> days.detail(now))
                .toList();
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

    /// The days of many people, one look at plans and one at timelines whatever their number.
    private List<Days> read(
            Collection<Agent> people,
            LocalDate from,
            LocalDate to,
            Instant now,
            BiFunction<Collection<AgentId>, TimeSpan, Map<AgentId, List<PresenceSegment>>>
                    timelinesOf) {
        if (people.isEmpty()) {
            return List.of();
        }
        var ids = people.stream().map(Agent::id).toList();
        // Two days either side: a neighbour's own edges count too.
        var plans = schedules.plans(ids, from.minusDays(2), to.plusDays(2));
        var dates = from.datesUntil(to.plusDays(1)).toList();
        var days = new ArrayList<Days>();
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (var agent : people) {
            var own = plans.getOrDefault(agent.id(), List.of());
            var periods =
                    dates.stream().map(date -> DayBorders.period(date, agent.zone(), own)).toList();
            var start = periods.getFirst().start();
            // As far as a clock-out of the last day may lie.
            var end = periods.getLast().end().plus(AttendanceDay.FORGOTTEN).plusSeconds(1);
            first = start.isBefore(first) ? start : first;
            last = end.isAfter(last) ? end : last;
            days.add(new Days(agent, dates, periods, own));
        }
        var segments = timelinesOf.apply(ids, TimeSpan.of(first, last));
        days.forEach(each ->
                each.fold(segments.getOrDefault(each.agent.id(), List.of()), now, this::category));
        return days;
    }

    private Category category(String activity) {
        return activities.of(activity).map(Activity::category).orElse(Category.WORK);
    }

    private boolean sees(Scope scope, Agent agent) {
        return scope.includes(
                agent, live.of(agent.id()).map(LivePresence.Now::currentUnit).orElse(null));
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

    // ------------------------------------------------------------------ what is added up

    /// One person's days while they are read.
    private static final class Days {

        private final Agent agent;
        private final List<LocalDate> dates;
        private final List<TimeSpan> periods;
        private final List<DayPlan> plans;
        private final List<AttendanceDay> days = new ArrayList<>();
        private final List<List<PresenceSegment>> behind = new ArrayList<>();

        Days(Agent agent, List<LocalDate> dates, List<TimeSpan> periods, List<DayPlan> plans) {
            this.agent = agent;
            this.dates = dates;
            this.periods = periods;
            this.plans = plans;
        }

        Agent agent() {
            return agent;
        }

        List<AttendanceDay> days() {
            return days;
        }

        void fold(
                List<PresenceSegment> segments,
                Instant now,
                java.util.function.Function<String, Category> categories) {
            var shifts = new HashMap<LocalDate, TimeSpan>();
            for (var plan : plans) {
                var shift = shift(plan, categories);
                if (shift != null) {
                    shifts.put(plan.date(), shift);
                }
            }
            int from = 0;
            for (int i = 0; i < dates.size(); i++) {
                var period = periods.get(i);
                while (from < segments.size() && endsBefore(segments.get(from), period.start())) {
                    from++;
                }
                int until = from;
                while (until < segments.size()
                        && segments.get(until).start().isBefore(period.end())) {
                    until++;
                }
                var shift = shifts.get(dates.get(i));
                var due = shift == null ? period.end() : later(shift.end(), period.end());
                int tail = until;
                while (tail < segments.size()
                        && segments.get(tail).start().isBefore(due.plus(AttendanceDay.FORGOTTEN))) {
                    tail++;
                }
                days.add(
                        AttendanceDay.of(
                                dates.get(i), period, shift, segments.subList(from, tail), now));
                behind.add(segments.subList(from, until));
            }
        }

        private static boolean endsBefore(PresenceSegment segment, Instant instant) {
            return segment.end() != null && !segment.end().isAfter(instant);
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        /// The hours of a plan that are not time off.
        private static @Nullable TimeSpan shift(
                DayPlan plan, java.util.function.Function<String, Category> categories) {
            var pieces =
                    Layers.visible(plan.activities(), categories).stream()
                            .filter(piece -> piece.category() != Category.TIME_OFF)
                            .toList();
            return pieces.isEmpty()
                    ? null
                    : TimeSpan.of(pieces.getFirst().span().start(), pieces.getLast().span().end());
        }

        PersonAttendance detail(Instant now) {
            var shown = new ArrayList<PersonAttendance.Day>();
            var total = AttendanceTotal.NONE;
            for (int i = 0; i < days.size(); i++) {
                var day = days.get(i);
                var segments = cut(behind.get(i), day.period(), now);
                total = total.plus(day.total());
                if (day.shift() != null || !day.total().equals(AttendanceTotal.NONE)) {
                    shown.add(new PersonAttendance.Day(day, segments));
                }
            }
            return new PersonAttendance(agent, now, shown, total);
        }

        private static List<PresenceSegment> cut(
                List<PresenceSegment> segments, TimeSpan period, Instant now) {
            var cut = new ArrayList<PresenceSegment>();
            for (var segment : segments) {
                if (segment.start().isAfter(now)) {
                    break;
                }
                var end = segment.end();
                cut.add(
                        new PresenceSegment(
                                later(segment.start(), period.start()),
                                end == null && period.contains(now)
                                        ? null
                                        : end == null || end.isAfter(period.end())
                                                ? period.end()
                                                : end,
                                segment.state(),
                                segment.source(),
                                segment.eventId(),
                                segment.changedBy(),
                                segment.automatic(),
                                segment.onCall()));
            }
            // Being away before they came and after they left is no news.
            while (!cut.isEmpty() && cut.getFirst().state().base() == PresenceState.Base.AWAY) {
                cut.removeFirst();
            }
            return cut;
        }
    }

    /// A line while it is added up.
    private static final class Sum {

        private @Nullable Agent agent;
        private @Nullable AgentId last;
        private int people;
        private AttendanceTotal total = AttendanceTotal.NONE;
        private @Nullable Instant firstIn;
        private @Nullable Instant lastOut;

        void add(Agent whose, AttendanceDay day) {
            agent = agent == null ? whose : agent;
            people += whose.id().equals(last) ? 0 : 1;
            last = whose.id();
            total = total.plus(day.total());
            firstIn = day.firstIn();
            lastOut = day.lastOut();
        }

        @Nullable Agent firstAgent() {
            return agent;
        }

        AttendanceLine line(
                @Nullable Agent ofAgent,
                @Nullable Unit ofUnit,
                @Nullable LocalDate ofDay,
                boolean single) {
            return new AttendanceLine(
                    ofAgent,
                    ofUnit,
                    ofDay,
                    people,
                    single ? firstIn : null,
                    single ? lastOut : null,
                    total);
        }
    }
}
