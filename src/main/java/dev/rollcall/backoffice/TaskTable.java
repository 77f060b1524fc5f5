package dev.rollcall.backoffice;

import dev.rollcall.backoffice.BackOfficeTask.State;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The tasks and the time worked on them, as the database keeps them.
@Repository
class TaskTable {

    private static final String SELECT =
            """
            select task.id, title, description, unit_id, agent_id, estimate_minutes, due_at, state,
                created_by, created_at, ended_at, version,
                (select coalesce(sum(timestampdiff(microsecond, started_at, ended_at)), 0)
                 from backoffice_interval worked
                 where worked.task = task.id and worked.ended_at is not null) as micros,
                (select started_at from backoffice_interval running
                 where running.running_task = task.id) as running_since
            from backoffice_task task
            """;

    private final JdbcClient database;

    TaskTable(JdbcClient database) {
        this.database = database;
    }

    // ------------------------------------------------------------------ reading

    Optional<BackOfficeTask> find(TaskId id) {
        return database.sql(SELECT + " where id = ?")
                .param(id.value())
                .query((row, _) -> task(row))
                .optional();
    }

    /// @param scope whose tasks may be seen
    /// @param people those of the scope, where it is not everybody
    /// @param most how many at most
    List<BackOfficeTask> list(
            TaskFilter filter, Scope scope, List<AgentId> people, Instant now, int most) {
        var narrowed = new Conditions();
        narrowed.of(scope, people);
        narrowed.where(
                filter.which() == TaskFilter.Which.ENDED
                        ? "state in ('DONE', 'CANCELLED')"
                        : "state in ('OPEN', 'RUNNING')");
        if (filter.which() == TaskFilter.Which.OVERDUE) {
            narrowed.where("due_at < :now", "now", utc(now));
        }
        narrowed.of(filter.units(), filter.agent());
        return list(
                narrowed,
                filter.which() == TaskFilter.Which.ENDED
                        ? "ended_at desc, id desc"
                        : "due_at is null, due_at, id",
                most);
    }

    /// One page, in the order in which they were created.
    ///
    /// @param people those of the scope, where it is not everybody
    /// @param after the last one seen
    /// @param most how many at most
    List<BackOfficeTask> page(
            TaskQuery query, Scope scope, List<AgentId> people, TaskId after, int most) {
        var narrowed = new Conditions();
        narrowed.of(scope, people);
        narrowed.where("id > :after", "after", after.value());
        narrowed.of(query.units(), query.agent());
        if (query.state() != null) {
            narrowed.where("state = :state", "state", query.state().name());
        }
        if (query.dueFrom() != null) {
            narrowed.where("due_at >= :dueFrom", "dueFrom", utc(query.dueFrom()));
        }
        if (query.dueBefore() != null) {
            narrowed.where("due_at < :dueBefore", "dueBefore", utc(query.dueBefore()));
        }
        return list(narrowed, "id", most);
    }

    private List<BackOfficeTask> list(Conditions narrowed, String order, int most) {
        return database.sql(
                        SELECT
                                + " where "
                                + String.join(" and ", narrowed.conditions)
                                + " order by "
                                + order
                                + " limit :most")
                .params(narrowed.values)
                .param("most", most)
                .query((row, _) -> task(row))
                .list();
    }

    /// What a list is narrowed to.
    private static final class Conditions {
        private final List<String> conditions = new ArrayList<>(List.of("true"));
        private final Map<String, Object> values = new HashMap<>();

        void where(String condition) {
            conditions.add(condition);
        }

        void where(String condition, String name, Object value) {
            conditions.add(condition);
            values.put(name, value);
        }

        void of(Scope scope, List<AgentId> people) {
            if (!scope.everybody()) {
                where(
                        "(unit_id in (:scopeUnits) or agent_id in (:scopeAgents))",
                        "scopeUnits",
                        units(scope.units()));
                values.put("scopeAgents", agents(people));
            }
        }

        void of(@Nullable Set<UnitId> units, @Nullable AgentId agent) {
            if (units != null) {
                where("unit_id in (:units)", "units", units(units));
            }
            if (agent != null) {
                where("agent_id = :agent", "agent", agent.value());
            }
        }
    }

    private static List<Long> units(Set<UnitId> units) {
        return orNobody(units.stream().map(UnitId::value).toList());
    }

    private static List<Long> agents(List<AgentId> agents) {
        return orNobody(agents.stream().map(AgentId::value).toList());
    }

    /// No list may be empty in SQL; no id is 0.
    private static List<Long> orNobody(List<Long> ids) {
        return ids.isEmpty() ? List.of(0L) : ids;
    }

    List<TaskInterval> intervals(TaskId task) {
        return database.sql(
                        """
                        select agent_id, started_at, ended_at, status_before
                        from backoffice_interval where task = ? order by started_at, id
                        """)
                .param(task.value())
                .query((row, _) -> interval(row))
                .list();
    }

    /// What everybody works on now.
    Map<AgentId, TaskId> running() {
        var running = new HashMap<AgentId, TaskId>();
        database.sql(
                        """
                        select running_agent, task from backoffice_interval
                        where running_agent is not null
                        """)
                .query(row -> {
                    running.put(new AgentId(row.getLong(1)), new TaskId(row.getLong(2)));
                });
        return running;
    }

    Optional<TaskInterval> running(TaskId task) {
        return database.sql(
                        """
                        select agent_id, started_at, ended_at, status_before
                        from backoffice_interval where running_task = ?
                        """)
                .param(task.value())
                .query((row, _) -> interval(row))
                .optional();
    }

    // ------------------------------------------------------------------ writing

    TaskId insert(BackOfficeTask task) {
        var keys = new GeneratedKeyHolder();
        database.sql(
                        """
                        insert into backoffice_task (title, description, unit_id, agent_id,
                            estimate_minutes, due_at, state, created_by, created_at)
                        values (?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
                        """)
                .param(task.title())
                .param(task.description())
                .param(task.unit().value())
                .param(value(task.agent()))
                .param(minutes(task.estimate()))
                .param(utcOrNull(task.dueAt()))
                .param(task.createdBy())
                .param(utc(task.createdAt()))
                .update(keys);
        var key = keys.getKey();
        if (key == null) {
            throw new IllegalStateException("The database gave the task no number");
        }
        return new TaskId(key.longValue());
    }

    /// Writes what a task is about.
    ///
    /// @param task its version is the one the writer saw
    /// @return false when somebody else was first
    boolean update(BackOfficeTask task) {
        return database.sql(
                                """
                                update backoffice_task
                                set title = ?, description = ?, unit_id = ?, agent_id = ?,
                                    estimate_minutes = ?, due_at = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(task.title())
                        .param(task.description())
                        .param(task.unit().value())
                        .param(value(task.agent()))
                        .param(minutes(task.estimate()))
                        .param(utcOrNull(task.dueAt()))
                        .param(task.id().value())
                        .param(task.version())
                        .update()
                == 1;
    }

    /// Writes how far a task is.
    ///
    /// @param endedAt when it ended, null while it has not
    /// @return false when somebody else was first
    boolean become(BackOfficeTask task, State state, @Nullable Instant endedAt) {
        return database.sql(
                                """
                                update backoffice_task
                                set state = ?, ended_at = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(state.name())
                        .param(utcOrNull(endedAt))
                        .param(task.id().value())
                        .param(task.version())
                        .update()
                == 1;
    }

    void begin(TaskId task, TaskInterval interval) {
        database.sql(
                        """
                        insert into backoffice_interval (task, agent_id, started_at, status_before)
                        values (?, ?, ?, ?)
                        """)
                .param(task.value())
                .param(interval.agent().value())
                .param(utc(interval.start()))
                .param(interval.statusBefore())
                .update();
    }

    void end(TaskId task, Instant end) {
        database.sql("update backoffice_interval set ended_at = ? where running_task = ?")
                .param(utc(end))
                .param(task.value())
                .update();
    }

    // ------------------------------------------------------------------ columns

    private static BackOfficeTask task(ResultSet row) throws SQLException {
        long agent = row.getLong("agent_id");
        var assigned = row.wasNull() ? null : new AgentId(agent);
        int minutes = row.getInt("estimate_minutes");
        var estimate = row.wasNull() ? null : Duration.ofMinutes(minutes);
        return new BackOfficeTask(
                new TaskId(row.getLong("id")),
                row.getString("title"),
                row.getString("description"),
                new UnitId(row.getLong("unit_id")),
                assigned,
                estimate,
                instant(row, "due_at"),
                State.valueOf(row.getString("state")),
                row.getString("created_by"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(row, "ended_at"),
                Duration.ofNanos(row.getLong("micros") * 1_000),
                instant(row, "running_since"),
                row.getLong("version"));
    }

    private static TaskInterval interval(ResultSet row) throws SQLException {
        return new TaskInterval(
                new AgentId(row.getLong("agent_id")),
                row.getObject("started_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(row, "ended_at"),
                row.getString("status_before"));
    }

    private static @Nullable Long value(@Nullable AgentId agent) {
        return agent == null ? null : agent.value();
    }

    private static @Nullable Long minutes(@Nullable Duration duration) {
        return duration == null ? null : duration.toMinutes();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable LocalDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
