package dev.rollcall.schedule;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The plans: read and replaced a day at a time. Callers have decided already whose they may touch;
/// screens and programs come in through [Planning] and [ScheduleImport].
@Service
public class Schedules {

    /// How many entries a day has at most.
    public static final int MOST_ENTRIES = 200;

    /// How many days before its date an entry of a plan may start.
    public static final int DAYS_BEFORE = 1;

    /// How many days after the start of its date an entry of a plan may end.
    public static final int DAYS_AFTER = 3;

    private static final Duration LONGEST_ENTRY = Duration.ofHours(48);
    private static final int LONGEST_NOTE = 1000;
    private static final LocalDate FIRST_DATE = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2199, 12, 31);
    private static final int AGENTS_A_QUERY = 500;
    private static final int DAYS_A_QUERY = 500;
    private static final int ROWS_A_BATCH = 1000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Directory directory;
    private final Activities activities;
    private final ApplicationClock clock;
    private final ApplicationEventPublisher events;

    Schedules(
            JdbcClient jdbc,
            JdbcTemplate batches,
            Directory directory,
            Activities activities,
            ApplicationClock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.directory = directory;
        this.activities = activities;
        this.clock = clock;
        this.events = events;
    }

    /// Whether a day lies in the years one can plan: 1970 to 2199. Insists that there can be a plan
    /// of a date, before anything is computed with it.
    ///
    /// @param pointer where the date stands in what was sent
    /// @throws InvalidInput when it lies too far away
    public static void checkPlannable(LocalDate date, String pointer) {
        if (!isPlannable(date)) {
            throw InvalidInput.of(pointer, notPlannable(date));
        }
    }

    private static String notPlannable(LocalDate date) {
        return "A date to plan lies between 1970 and 2199, not " + date + ".";
    }

    static boolean isPlannable(LocalDate date) {
        return !date.isBefore(FIRST_DATE) && !date.isAfter(LAST_DATE);
    }

    /// The current version of one day; empty when nothing was ever planned.
    @Transactional(readOnly = true)
    public Optional<DayPlan> plan(AgentId agent, LocalDate date) {
        if (!isPlannable(date)) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                        select p.version, p.note, p.changed_at, p.changed_by, a.activity, a.starts_at, a.ends_at
                        from day_plan_current c
                        join day_plan p on p.agent_id = c.agent_id and p.plan_date = c.plan_date and p.version = c.version
                        left join planned_activity a
                            on a.agent_id = c.agent_id and a.plan_date = c.plan_date and a.version = c.version
                        where c.agent_id = :agent and c.plan_date = :date
                        order by a.position
                        """)
                .param("agent", agent.value())
                .param("date", date)
                .query(rows ->
                        rows.next() ? Optional.of(read(agent, date, rows)) : Optional.empty());
    }

    /// All versions of one day, the newest first; empty when nothing was ever planned.
    @Transactional(readOnly = true)
    public List<DayPlan> versions(AgentId agent, LocalDate date) {
        if (!isPlannable(date)) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select p.version, p.note, p.changed_at, p.changed_by, a.activity, a.starts_at, a.ends_at
                        from day_plan p
                        left join planned_activity a
                            on a.agent_id = p.agent_id and a.plan_date = p.plan_date and a.version = p.version
                        where p.agent_id = :agent and p.plan_date = :date
                        order by p.version desc, a.position
                        """)
                .param("agent", agent.value())
                .param("date", date)
                .query(rows -> {
                    var drafts = new ArrayList<Draft>();
                    while (rows.next()) {
                        if (drafts.isEmpty()
                                || drafts.getLast().version != rows.getInt("version")) {
                            drafts.add(new Draft(agent, date, rows));
                        }
                        drafts.getLast().add(rows);
                    }
                    return drafts.stream().map(Draft::plan).toList();
                });
    }

    private static DayPlan read(AgentId agent, LocalDate date, ResultSet rows) throws SQLException {
        var draft = new Draft(agent, date, rows);
        do {
            draft.add(rows);
        } while (rows.next());
        return draft.plan();
    }

    /// Current versions of the days from `from` to `to`, both included, in order of date; everybody
    /// asked for has an entry. Days without activities are left out.
    ///
    /// Entries may reach [#DAYS_BEFORE] and [#DAYS_AFTER] beyond their date: who wants everything
    /// planned within some days asks for as many more on either side.
    @Transactional(readOnly = true)
    public Map<AgentId, List<DayPlan>> plans(
            Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var plans = new LinkedHashMap<AgentId, List<DayPlan>>();
        agents.forEach(agent -> plans.put(agent, new ArrayList<>()));
        var asked = List.copyOf(plans.keySet());
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            var some = asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY));
            read(some, from, to, plans);
        }
        plans.replaceAll((agent, days) -> List.copyOf(days));
        return plans;
    }

    /// Versions of days as they were written, also of days that hold nothing; in no order. Those
    /// that never were are left out.
    @Transactional(readOnly = true)
    public List<DayPlan> asWritten(Collection<ScheduleChanged.PlannedDay> days) {
        var wanted =
                days.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparing(ScheduleChanged.PlannedDay::agent)
                                        .thenComparing(ScheduleChanged.PlannedDay::date))
                        .toList();
        var plans = new ArrayList<DayPlan>();
        for (int first = 0; first < wanted.size(); first += DAYS_A_QUERY) {
            readAsWritten(
                    wanted.subList(first, Math.min(wanted.size(), first + DAYS_A_QUERY)), plans);
        }
        return plans;
    }

    private void readAsWritten(List<ScheduleChanged.PlannedDay> days, List<DayPlan> plans) {
        // The tuples say which; the people and the dates let the primary key find them.
        jdbc.sql(
                        """
                        select p.agent_id, p.plan_date, p.version, p.note, p.changed_at, p.changed_by,
                            a.activity, a.starts_at, a.ends_at
                        from day_plan p
                        left join planned_activity a
                            on a.agent_id = p.agent_id and a.plan_date = p.plan_date and a.version = p.version
                        where p.agent_id in (:agents) and p.plan_date between :from and :to
                            and (p.agent_id, p.plan_date, p.version) in (:days)
                        order by p.agent_id, p.plan_date, p.version, a.position
                        """)
                .param("agents", days.stream().map(day -> day.agent().value()).distinct().toList())
                .param(
                        "from",
                        days.stream()
                                .map(day -> day.date())
                                .min(LocalDate::compareTo)
                                .orElseThrow())
                .param(
                        "to",
                        days.stream()
                                .map(day -> day.date())
                                .max(LocalDate::compareTo)
                                .orElseThrow())
                .param(
                        "days",
                        days.stream()
                                .map(day ->
                                        new Object[] {
                                            day.agent().value(), day.date(), day.version()
                                        })
                                .toList())
                .query(rows -> {
                    Draft draft = null;
                    while (rows.next()) {
                        var agent = new AgentId(rows.getLong("agent_id"));
                        var date = rows.getObject("plan_date", LocalDate.class);
                        if (draft == null
                                || !draft.isOf(agent, date)
                                || draft.version != rows.getInt("version")) {
                            if (draft != null) {
                                plans.add(draft.plan());
                            }
                            draft = new Draft(agent, date, rows);
                        }
                        draft.add(rows);
                    }
                    if (draft != null) {
                        plans.add(draft.plan());
                    }
                    return plans;
                });
    }

    /// The plans of a person as they were at an instant of our clock: of each day from `from` to
    /// `to`, both included, the version that was current then, in order of date. Days without
    /// activities are left out, as are days nobody had planned by then.
    @Transactional(readOnly = true)
    public List<DayPlan> plansKnownAt(
            AgentId agent, LocalDate from, LocalDate to, Instant knownAt) {
        return plansKnownAt(List.of(agent), from, to, knownAt).getOrDefault(agent, List.of());
    }

    /// The same for many people in one go; everybody asked for has an entry.
    @Transactional(readOnly = true)
    public Map<AgentId, List<DayPlan>> plansKnownAt(
            Collection<AgentId> agents, LocalDate from, LocalDate to, Instant knownAt) {
        var plans = new HashMap<AgentId, List<DayPlan>>();
        if (agents.isEmpty()) {
            return plans;
        }
        agents.forEach(agent -> plans.put(agent, new ArrayList<>()));
        jdbc.sql(
                        """
                        select p.agent_id, p.plan_date,
                            p.version, p.note, p.changed_at, p.changed_by, a.activity, a.starts_at, a.ends_at
                        from day_plan p
                        join planned_activity a
                            on a.agent_id = p.agent_id and a.plan_date = p.plan_date and a.version = p.version
                        where p.agent_id in (:agents) and p.plan_date between :from and :to
                            and p.version = (select max(v.version) from day_plan v
                                where v.agent_id = p.agent_id and v.plan_date = p.plan_date
                                    and v.changed_at <= :known)
                        order by p.agent_id, p.plan_date, a.position
                        """)
                .param("agents", agents.stream().map(AgentId::value).toList())
                .param("from", from)
                .param("to", to)
                .param("known", utc(knownAt))
                .query(rows -> {
                    file(rows, plans);
                    return plans;
                });
        return plans;
    }

    private void read(
            List<AgentId> agents, LocalDate from, LocalDate to, Map<AgentId, List<DayPlan>> plans) {
        jdbc.sql(
                        """
                        select c.agent_id, c.plan_date,
                            p.version, p.note, p.changed_at, p.changed_by, a.activity, a.starts_at, a.ends_at
                        from day_plan_current c
                        join day_plan p on p.agent_id = c.agent_id and p.plan_date = c.plan_date and p.version = c.version
                        join planned_activity a
                            on a.agent_id = c.agent_id and a.plan_date = c.plan_date and a.version = c.version
                        where c.agent_id in (:agents) and c.plan_date between :from and :to
                        order by c.agent_id, c.plan_date, a.position
                        """)
                .param("agents", agents.stream().map(AgentId::value).toList())
                .param("from", from.isBefore(FIRST_DATE) ? FIRST_DATE : from)
                .param("to", to.isAfter(LAST_DATE) ? LAST_DATE : to)
                .query(rows -> {
                    file(rows, plans);
                    return plans;
                });
    }

    /// @param rows a row for each activity, those of a day one after the other
    private static void file(ResultSet rows, Map<AgentId, List<DayPlan>> plans)
            throws SQLException {
        Draft draft = null;
        while (rows.next()) {
            var agent = new AgentId(rows.getLong("agent_id"));
            var date = rows.getObject("plan_date", LocalDate.class);
            if (draft == null || !draft.isOf(agent, date)) {
                file(draft, plans);
                draft = new Draft(agent, date, rows);
            }
            draft.add(rows);
        }
        file(draft, plans);
    }

    private static void file(@Nullable Draft draft, Map<AgentId, List<DayPlan>> plans) {
        if (draft != null) {
            plans.getOrDefault(draft.agent, new ArrayList<>()).add(draft.plan());
        }
    }

    /// Writes a new version of a day.
    ///
    /// @param expectedVersion the version the writer saw (0: none), null when they do not care
    /// @throws InvalidInput naming the bad entries as `/activities/<index>/<field>`
    /// @throws PlanConflict when somebody was first; it says who
    /// @throws org.springframework.dao.ConcurrencyFailureException when somebody was first by a
    ///   blink, so that it is not yet visible who
    @Transactional
    public DayPlan replace(
            AgentId agent,
            LocalDate date,
            List<PlannedActivity> activities,
            @Nullable String note,
            @Nullable Integer expectedVersion,
            Actor by) {
        var entries = activities.stream().map(Schedules::kept).toList();
        check(agent, date, entries, note);
        int version = 0;
        if (expectedVersion == null) {
            version = versions(agent, date, date).getOrDefault(date, 0);
        } else {
            var current = plan(agent, date);
            version = current.map(DayPlan::version).orElse(0);
            if (version != expectedVersion) {
                throw current.map(plan -> PlanConflict.with(plan, expectedVersion))
                        .orElseGet(() -> PlanConflict.nothingPlanned(date, expectedVersion));
            }
        }
        var plan = new DayPlan(agent, date, version + 1, entries, note, clock.instant(), by.name());
        write(List.of(plan), by, Set.of());
        return plan;
    }

    /// Writes new versions of many days at once, whatever was there before.
    ///
    /// @param days the entries of each day, already checked
    List<DayPlan> replaceAll(Map<ScheduleCsv.Day, List<PlannedActivity>> days, Actor by) {
        var now = clock.instant();
        var byAgent = new TreeMap<AgentId, TreeMap<LocalDate, List<PlannedActivity>>>();
        days.forEach((day, entries) ->
                byAgent.computeIfAbsent(day.agent(), first -> new TreeMap<>())
                        .put(day.date(), entries));
        var plans = new ArrayList<DayPlan>();
        byAgent.forEach((agent, dates) -> {
            var versions = versions(agent, dates.firstKey(), dates.lastKey());
            dates.forEach((date, entries) ->
                    plans.add(
                            new DayPlan(
                                    agent,
                                    date,
                                    versions.getOrDefault(date, 0) + 1,
                                    entries,
                                    null,
                                    now,
                                    by.name())));
        });
        write(plans, by, Set.of());
        return plans;
    }

    /// Writes new versions of many days, all of them or none.
    ///
    /// @throws InvalidInput naming the bad entries as `/<index>/activities/<index>/<field>`
    /// @throws PlanConflict when a day is no longer at the version the writer saw; it says who
    @Transactional
    public List<DayPlan> publish(List<NewVersion> days, Actor by) {
        return publish(days, by, Set.of());
    }

    /// As [#publish(List, Actor)].
    ///
    /// @param told those of the people whose plans they are who need not be told of it: they are
    ///   told in other words, or did it themselves
    @Transactional
    public List<DayPlan> publish(List<NewVersion> days, Actor by, Set<AgentId> told) {
        var problems = new InvalidInput.Collector();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            check(day.agent(), day.date(), day.activities(), "/" + i + "/activities", problems);
        }
        problems.throwIfAny();
        var agents = days.stream().map(NewVersion::agent).distinct().toList();
        var dates = days.stream().map(NewVersion::date).sorted().toList();
        var versions =
                days.isEmpty()
                        ? Map.<AgentId, Map<LocalDate, Integer>>of()
                        : versions(agents, dates.getFirst(), dates.getLast());
        var now = clock.instant();
        var plans = new ArrayList<DayPlan>();
        for (var day : days) {
            int version = versions.getOrDefault(day.agent(), Map.of()).getOrDefault(day.date(), 0);
            if (version != day.expectedVersion()) {
                throw plan(day.agent(), day.date())
                        .map(plan -> PlanConflict.with(plan, day.expectedVersion()))
                        .orElseGet(() ->
                                PlanConflict.nothingPlanned(day.date(), day.expectedVersion()));
            }
            plans.add(
                    new DayPlan(
                            day.agent(),
                            day.date(),
                            version + 1,
                            day.activities().stream().map(Schedules::kept).toList(),
                            null,
                            now,
                            by.name()));
        }
        write(plans, by, told);
        return plans;
    }

    /// A day as it is to be from now on.
    ///
    /// @param expectedVersion the version the writer saw; 0: none
    public record NewVersion(
            AgentId agent, LocalDate date, List<PlannedActivity> activities, int expectedVersion) {

        public NewVersion {
            activities = List.copyOf(activities);
        }
    }

    /// The current versions of the days from `from` to `to`, both included, also of those that hold
    /// nothing any more. Days nobody ever planned are left out.
    @Transactional(readOnly = true)
    public Map<AgentId, Map<LocalDate, Integer>> versions(
            Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var versions = new HashMap<AgentId, Map<LocalDate, Integer>>();
        var asked = agents.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            jdbc.sql(
                            """
                            select agent_id, plan_date, version from day_plan_current
                            where agent_id in (:agents) and plan_date between :from and :to
                            """)
                    .param(
                            "agents",
                            asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY)))
                    .param("from", from)
                    .param("to", to)
                    .query(row -> {
                        versions.computeIfAbsent(
                                        new AgentId(row.getLong("agent_id")), _ -> new HashMap<>())
                                .put(
                                        row.getObject("plan_date", LocalDate.class),
                                        row.getInt("version"));
                    });
        }
        return versions;
    }

    private Map<LocalDate, Integer> versions(AgentId agent, LocalDate from, LocalDate to) {
        var versions = new HashMap<LocalDate, Integer>();
        jdbc.sql(
                        """
                        select plan_date, version from day_plan_current
                        where agent_id = :agent and plan_date between :from and :to
                        """)
                .param("agent", agent.value())
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    versions.put(
                            row.getObject("plan_date", LocalDate.class), row.getInt("version"));
                });
        return versions;
    }

    /// Of two who write one version of a day, the primary key lets the first one through.
    private void write(List<DayPlan> plans, Actor by, Set<AgentId> told) {
        if (plans.isEmpty()) {
            return;
        }
        batches.batchUpdate(
                """
                insert into day_plan
                    (agent_id, plan_date, version, note, changed_at, changed_by_kind, changed_by_id, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                plans,
                ROWS_A_BATCH,
                (row, plan) -> {
                    row.setLong(1, plan.agent().value());
                    row.setObject(2, plan.date());
                    row.setInt(3, plan.version());
                    row.setString(4, plan.note());
                    row.setObject(5, utc(plan.changedAt()));
                    row.setString(6, by.kind().name());
                    row.setString(7, by.id());
                    row.setString(8, by.name());
                });
        batches.batchUpdate(
                """
                insert into planned_activity
                    (agent_id, plan_date, version, position, activity, starts_at, ends_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                plans.stream().flatMap(Schedules::positioned).toList(),
                ROWS_A_BATCH,
                (row, entry) -> {
                    row.setLong(1, entry.plan().agent().value());
                    row.setObject(2, entry.plan().date());
                    row.setInt(3, entry.plan().version());
                    row.setInt(4, entry.position());
                    row.setString(5, entry.planned().activity());
                    row.setObject(6, utc(entry.planned().span().start()));
                    row.setObject(7, utc(entry.planned().span().end()));
                });
        batches.batchUpdate(
                """
                insert into day_plan_current (agent_id, plan_date, version) values (?, ?, ?)
                on duplicate key update version = value(version)
                """,
                plans,
                ROWS_A_BATCH,
                (row, plan) -> {
                    row.setLong(1, plan.agent().value());
                    row.setObject(2, plan.date());
                    row.setInt(3, plan.version());
                });
        events.publishEvent(
                ScheduleChanged.of(
                        plans.stream()
                                .map(plan ->
                                        new ScheduleChanged.PlannedDay(
                                                plan.agent(), plan.date(), plan.version()))
                                .toList(),
                        told));
    }

    private static java.util.stream.Stream<Positioned> positioned(DayPlan plan) {
        var positioned = new ArrayList<Positioned>();
        for (var planned : plan.activities()) {
            positioned.add(new Positioned(plan, positioned.size(), planned));
        }
        return positioned.stream();
    }

    /// As the database keeps it: to the microsecond.
    private static PlannedActivity kept(PlannedActivity planned) {
        var start = planned.span().start().truncatedTo(ChronoUnit.MICROS);
        var end = planned.span().end().truncatedTo(ChronoUnit.MICROS);
        return end.isAfter(start)
                ? new PlannedActivity(planned.activity(), TimeSpan.of(start, end))
                : new PlannedActivity(
                        planned.activity(), TimeSpan.of(start, start.plus(1, ChronoUnit.MICROS)));
    }

    private void check(
            AgentId agent, LocalDate date, List<PlannedActivity> entries, @Nullable String note) {
        var problems = new InvalidInput.Collector();
        problems.check(
                note == null || note.length() <= LONGEST_NOTE,
                "/note",
                "A note has at most " + LONGEST_NOTE + " characters.");
        check(agent, date, entries, "/activities", problems);
        problems.throwIfAny();
    }

    /// Notes what keeps entries from being the plan of a day.
    ///
    /// @param pointer where the entries stand in what was sent
    public void check(
            AgentId agent,
            LocalDate date,
            List<PlannedActivity> entries,
            String pointer,
            InvalidInput.Collector problems) {
        var person = directory.agent(agent);
        if (problems.check(person.isPresent(), "/agent", "There is no such agent any more.")) {
            check(date, person.get().zone(), entries, pointer, problems);
        }
    }

    /// Notes what keeps entries from being the plan of a day of anybody in a zone.
    ///
    /// @param pointer where the entries stand in what was sent
    public void check(
            LocalDate date,
            ZoneId zone,
            List<PlannedActivity> entries,
            String pointer,
            InvalidInput.Collector problems) {
        if (!problems.check(isPlannable(date), "/date", notPlannable(date))) {
            return;
        }
        problems.check(
                entries.size() <= MOST_ENTRIES,
                pointer,
                "A day has at most " + MOST_ENTRIES + " entries, not " + entries.size() + ".");
        for (int i = 0; i < entries.size(); i++) {
            check(entries.get(i), pointer + "/" + i, date, zone, problems);
        }
    }

    private void check(
            PlannedActivity planned,
            String pointer,
            LocalDate date,
            ZoneId zone,
            InvalidInput.Collector problems) {
        problems.check(
                activities.of(planned.activity()).isPresent(),
                pointer + "/activity",
                "There is no activity \""
                        + planned.activity()
                        + "\"; GET /api/v1/activities lists them.");
        var span = planned.span();
        problems.check(
                span.duration().compareTo(LONGEST_ENTRY) <= 0,
                pointer + "/end",
                "An entry lasts at most " + LONGEST_ENTRY.toHours() + " hours.");
        var earliest = date.minusDays(DAYS_BEFORE).atStartOfDay(zone).toInstant();
        problems.check(
                !span.start().isBefore(earliest),
                pointer + "/start",
                "An entry of " + date + " starts at " + earliest + " at the earliest.");
        var latest = date.plusDays(DAYS_AFTER).atStartOfDay(zone).toInstant();
        problems.check(
                !span.end().isAfter(latest),
                pointer + "/end",
                "An entry of " + date + " ends at " + latest + " at the latest.");
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private record Positioned(DayPlan plan, int position, PlannedActivity planned) {}

    /// A plan while its rows are read.
    private static final class Draft {

        private final AgentId agent;
        private final LocalDate date;
        private final int version;
        private final @Nullable String note;
        private final Instant changedAt;
        private final String changedBy;
        private final List<PlannedActivity> activities = new ArrayList<>();

        Draft(AgentId agent, LocalDate date, ResultSet row) throws SQLException {
            this.agent = agent;
            this.date = date;
            this.version = row.getInt("version");
            this.note = row.getString("note");
            this.changedAt = instant(row, "changed_at");
            this.changedBy = row.getString("changed_by");
        }

        boolean isOf(AgentId agent, LocalDate date) {
            return this.agent.equals(agent) && this.date.equals(date);
        }

        void add(ResultSet row) throws SQLException {
            var activity = row.getString("activity");
            if (activity != null) {
                activities.add(
                        new PlannedActivity(
                                activity,
                                TimeSpan.of(instant(row, "starts_at"), instant(row, "ends_at"))));
            }
        }

        DayPlan plan() {
            return new DayPlan(agent, date, version, activities, note, changedAt, changedBy);
        }
    }
}
