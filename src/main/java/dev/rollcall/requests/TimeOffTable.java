package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.requests.TimeOff.Progress;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Time off that was asked for, in the database. Checks and triggers there hold what is written
/// here together.
@Repository
class TimeOffTable {

    private static final String READ = "select * from time_off ";
    private static final int AGENTS_A_QUERY = 500;

    private final JdbcClient database;

    TimeOffTable(JdbcClient database) {
        this.database = database;
    }

    /// What of an allowance is used.
    record Sums(BigDecimal taken, BigDecimal waiting) {
        static final Sums NOTHING = new Sums(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    /// A day of a request.
    ///
    /// @param before the version of the plan it took the place of, null where no plan was written
    /// @param after the version that was written
    record Day(LocalDate date, @Nullable Integer before, @Nullable Integer after) {}

    // ------------------------------------------------------------------ writing

    long insert(
            AgentId agent,
            TimeOffDraft draft,
            BigDecimal amount,
            List<Finding> findings,
            Actor by,
            Instant now) {
        var part = draft.part();
        database.sql(
                        """
                        insert into time_off (agent_id, type, from_date, to_date, starts_at, ends_at,
                            amount, note, asked_at, asked_kind, asked_id, asked_name, findings)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agent.value())
                .param(draft.type())
                .param(draft.from())
                .param(draft.to())
                .param(part == null ? null : part.start())
                .param(part == null ? null : part.end())
                .param(amount)
                .param(draft.note().isEmpty() ? null : draft.note())
                .param(utc(now))
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .param(Finding.written(findings))
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    void replaceDays(
            long number, AgentId agent, boolean whole, List<AbsenceDay> days, Measure measure) {
        database.sql("delete from time_off_day where time_off = ?").param(number).update();
        for (var day : days) {
            database.sql(
                            """
                            insert into time_off_day (time_off, agent_id, day, amount, whole, held)
                            values (?, ?, ?, ?, ?, true)
                            """)
                    .param(number)
                    .param(agent.value())
                    .param(day.date())
                    .param(day.amount(measure))
                    .param(whole)
                    .update();
        }
    }

    void wrote(long number, LocalDate date, int before, int after) {
        database.sql(
                        """
                        update time_off_day set version_before = ?, version_after = ?
                        where time_off = ? and day = ?
                        """)
                .param(before)
                .param(after)
                .param(number)
                .param(date)
                .update();
    }

    /// The days are anybody's again.
    void release(long number) {
        database.sql("update time_off_day set held = false where time_off = ?")
                .param(number)
                .update();
    }

    /// @return whether it was still as the writer saw it
    boolean decide(
            TimeOff known,
            Progress progress,
            BigDecimal amount,
            Actor by,
            Instant now,
            @Nullable String answer,
            List<Finding> findings) {
        return database.sql(
                                """
                                update time_off
                                set state = ?, amount = ?, decided_at = ?, decided_kind = ?,
                                    decided_id = ?, decided_name = ?, answer = ?, findings = ?,
                                    version = version + 1
                                where id = ? and version = ? and state = ?
                                """)
                        .param(progress.name())
                        .param(amount)
                        .param(utc(now))
                        .param(by.kind().name())
                        .param(by.id())
                        .param(by.name())
                        .param(answer)
                        .param(Finding.written(findings))
                        .param(known.number())
                        .param(known.version())
                        .param(known.progress().name())
                        .update()
                == 1;
    }

    void eraseNote(long number) {
        database.sql("update time_off set note = null where id = ?").param(number).update();
    }

    // ------------------------------------------------------------------ reading

    Optional<TimeOff> find(long number) {
        return database.sql(READ + "where id = ?")
                .param(number)
                .query((row, _) -> timeOff(row))
                .optional();
    }

    List<Day> days(long number) {
        return database.sql(
                        """
                        select day, version_before, version_after from time_off_day
                        where time_off = ? order by day
                        """)
                .param(number)
                .query((row, _) ->
                        new Day(
                                row.getObject(1, LocalDate.class),
                                row.getObject(2, Integer.class),
                                row.getObject(3, Integer.class)))
                .list();
    }

    /// One page, newest first.
    ///
    /// @param agents whose; null: everybody's
    /// @param progress null: whatever became of them
    /// @param from requests that end before it are left out; null: none are
    /// @param to requests that begin after it are left out; null: none are
    /// @param before the number of the last one seen
    List<TimeOff> page(
            @Nullable Collection<AgentId> agents,
            @Nullable Progress progress,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long before,
            int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("before", before);
        values.put("limit", limit);
        var sql = new StringBuilder(READ + "where id < :before");
        if (agents != null) {
            values.put("agents", agents.stream().map(AgentId::value).toList());
            sql.append(" and agent_id in (:agents)");
        }
        if (progress != null) {
            values.put("progress", progress.name());
            sql.append(" and state = :progress");
        }
        if (from != null) {
            values.put("from", from);
            sql.append(" and to_date >= :from");
        }
        if (to != null) {
            values.put("to", to);
            sql.append(" and from_date <= :to");
        }
        return database.sql(sql.append(" order by id desc limit :limit").toString())
                .params(values)
                .query((row, _) -> timeOff(row))
                .list();
    }

    /// Those that wait, the first day first.
    ///
    /// @param agents whose; null: everybody's
    List<TimeOff> waiting(@Nullable Collection<AgentId> agents, int limit) {
        return of(agents, "state = 'ASKED'", "from_date, id", limit);
    }

    /// Those that wait no more, the newest decision first.
    ///
    /// @param agents whose; null: everybody's
    List<TimeOff> decided(@Nullable Collection<AgentId> agents, int limit) {
        return of(agents, "decided_at is not null", "decided_at desc, id desc", limit);
    }

    private List<TimeOff> of(
            @Nullable Collection<AgentId> agents, String which, String order, int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("limit", limit);
        if (agents != null) {
            values.put("agents", agents.stream().map(AgentId::value).toList());
        }
        return database.sql(
                        READ
                                + "where "
                                + which
                                + (agents == null ? "" : " and agent_id in (:agents)")
                                + " order by "
                                + order
                                + " limit :limit")
                .params(values)
                .query((row, _) -> timeOff(row))
                .list();
    }

    /// Those of a person that wait or were approved and touch some days.
    List<TimeOff> held(AgentId agent, LocalDate from, LocalDate to) {
        return database.sql(
                        READ
                                + "where agent_id = ? and to_date >= ? and from_date <= ? and state"
                                + " in ('ASKED', 'APPROVED') order by id")
                .param(agent.value())
                .param(from.minusDays(1))
                .param(to.plusDays(1))
                .query((row, _) -> timeOff(row))
                .list();
    }

    /// What is used of a year's allowances, by the code of the type.
    ///
    /// @param without the number of a request that is not to count; 0: all count
    Map<AgentId, Map<String, Sums>> sums(Collection<AgentId> agents, int year, long without) {
        var found = new HashMap<AgentId, Map<String, Sums>>();
        if (agents.isEmpty()) {
            return found;
        }
        database.sql(
                        """
                        select t.agent_id, t.type,
                            sum(case when t.state = 'APPROVED' then d.amount else 0 end) as taken,
                            sum(case when t.state = 'ASKED' then d.amount else 0 end) as waiting
                        from time_off_day d join time_off t on t.id = d.time_off
                        where d.agent_id in (:agents) and d.day between :from and :to and d.held
                            and t.id <> :without
                        group by t.agent_id, t.type
                        """)
                .param("agents", agents.stream().map(AgentId::value).toList())
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .param("without", without)
                .query(row -> {
                    found.computeIfAbsent(
                                    new AgentId(row.getLong("agent_id")), _ -> new HashMap<>())
                            .put(
                                    row.getString("type"),
                                    new Sums(
                                            row.getBigDecimal("taken"),
                                            row.getBigDecimal("waiting")));
                });
        return found;
    }

    /// Who of some people is off by an approved request, on each of some days.
    Map<LocalDate, List<AgentId>> away(Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var away = new HashMap<LocalDate, List<AgentId>>();
        var asked = agents.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            database.sql(
                            """
                            select distinct d.day, d.agent_id
                            from time_off_day d join time_off t on t.id = d.time_off
                            where d.agent_id in (:agents) and d.day between :from and :to and d.held
                                and t.state = 'APPROVED'
                            order by d.day, d.agent_id
                            """)
                    .param(
                            "agents",
                            asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY)))
                    .param("from", from)
                    .param("to", to)
                    .query(row -> {
                        away.computeIfAbsent(
                                        row.getObject(1, LocalDate.class), _ -> new ArrayList<>())
                                .add(new AgentId(row.getLong(2)));
                    });
        }
        return away;
    }

    /// Who of some people has an approved request that lies over a date, whether or not they would
    /// work then.
    Set<AgentId> off(Collection<AgentId> agents, LocalDate date) {
        var off = new HashSet<AgentId>();
        var asked = agents.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            database.sql(
                            """
                            select agent_id from time_off
                            where agent_id in (:agents) and from_date <= :date
                                and to_date >= :date and state = 'APPROVED'
                            """)
                    .param(
                            "agents",
                            asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY)))
                    .param("date", date)
                    .query(row -> {
                        off.add(new AgentId(row.getLong(1)));
                    });
        }
        return off;
    }

    private static TimeOff timeOff(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", LocalDateTime.class);
        var start = row.getObject("starts_at", LocalTime.class);
        return new TimeOff(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                row.getString("type"),
                row.getObject("from_date", LocalDate.class),
                row.getObject("to_date", LocalDate.class),
                start == null
                        ? null
                        : new Hours(
                                start,
                                Objects.requireNonNull(row.getObject("ends_at", LocalTime.class))),
                row.getBigDecimal("amount"),
                row.getString("note"),
                actor(row, "asked"),
                Objects.requireNonNull(row.getObject("asked_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC),
                Progress.valueOf(row.getString("state")),
                decided == null ? null : actor(row, "decided"),
                decided == null ? null : decided.toInstant(ZoneOffset.UTC),
                row.getString("answer"),
                Finding.read(row.getString("findings")),
                row.getLong("version"));
    }

    static Actor actor(ResultSet row, String who) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString(who + "_kind")),
                row.getString(who + "_id"),
                row.getString(who + "_name"));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
