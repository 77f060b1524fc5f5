package dev.rollcall.work;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.GroupId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/// The items and what happened to them, as the database keeps them.
@Repository
class WorkTable {

    static final String SELECT =
            """
            select id, reference, channel, group_id, subject, customer, priority, state, agent_id,
                arrived_at, waits_since, held_since, ended_at, turns, version
            from work_item
            """;

    private final JdbcClient database;

    WorkTable(JdbcClient database) {
        this.database = database;
    }

    List<WorkItem> open() {
        return database.sql(SELECT + " where state in ('WAITING', 'ASSIGNED', 'ACTIVE')")
                .query((row, _) -> item(row))
                .list();
    }

    Optional<WorkItem> find(WorkItemId id) {
        return database.sql(SELECT + " where id = ?")
                .param(id.value())
                .query((row, _) -> item(row))
                .optional();
    }

    Optional<WorkItem> find(String reference) {
        return database.sql(SELECT + " where reference = ?")
                .param(reference)
                .query((row, _) -> item(row))
                .optional();
    }

    WorkItem insert(WorkItem item) {
        var keys = new GeneratedKeyHolder();
        database.sql(
                        """
                        insert into work_item (reference, channel, group_id, subject, customer,
                            priority, state, arrived_at, waits_since)
                        values (?, ?, ?, ?, ?, ?, 'WAITING', ?, ?)
                        """)
                .param(item.reference())
                .param(item.channel().name())
                .param(item.group().value())
                .param(item.subject())
                .param(item.customer())
                .param(item.priority().rank())
                .param(utc(item.arrivedAt()))
                .param(utc(item.waitsSince()))
                .update(keys, "id");
        var id = keys.getKeyAs(Number.class);
        if (id == null) {
            throw new IllegalStateException("The database gave no number to a new item");
        }
        return find(new WorkItemId(id.longValue())).orElseThrow();
    }

    /// Writes an item one version on.
    ///
    /// @return false when somebody else was first
    boolean update(WorkItem item) {
        return database.sql(
                                """
                                update work_item
                                set group_id = ?, state = ?, agent_id = ?, waits_since = ?,
                                    held_since = ?, ended_at = ?, turns = ?, version = ?
                                where id = ? and version = ?
                                """)
                        .param(item.group().value())
                        .param(item.state().name())
                        .param(item.agent() == null ? null : item.agent().value())
                        .param(utc(item.waitsSince()))
                        .param(utc(item.heldSince()))
                        .param(utc(item.endedAt()))
                        .param(item.turns())
                        .param(item.version())
                        .param(item.id().value())
                        .param(item.version() - 1)
                        .update()
                == 1;
    }

    void append(WorkItemId item, WorkStep step) {
        database.sql(
                        """
                        insert into work_step (item, kind, at, group_id, agent_id, actor_kind,
                            actor_id, actor_name, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(item.value())
                .param(step.kind().name())
                .param(utc(step.at()))
                .param(step.group().value())
                .param(step.agent() == null ? null : step.agent().value())
                .param(step.by().kind().name())
                .param(step.by().id())
                .param(step.by().name())
                .param(step.note())
                .update();
    }

    /// What happened to an item, in order.
    List<WorkStep> history(WorkItemId item) {
        return database.sql(
                        """
                        select kind, at, group_id, agent_id, actor_kind, actor_id, actor_name, note
                        from work_step where item = ? order by id
                        """)
                .param(item.value())
                .query((row, _) -> step(row))
                .list();
    }

    /// The turns of those items to which something happened last.
    ///
    /// @param steps how far to look back
    List<Turn> lastTurns(int steps) {
        return database
                .sql(
                        """
                        select distinct item
                        from (select item from work_step order by id desc limit ?) as last
                        """)
                .param(steps)
                .query((row, _) -> new WorkItemId(row.getLong(1)))
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .flatMap(item -> Turn.of(item, history(item.id())).stream())
                .toList();
    }

    private static WorkStep step(ResultSet row) throws SQLException {
        long agent = row.getLong("agent_id");
        boolean nobody = row.wasNull();
        return new WorkStep(
                WorkStep.Kind.valueOf(row.getString("kind")),
                instant(row, "at").orElseThrow(),
                new GroupId(row.getLong("group_id")),
                nobody ? null : new AgentId(agent),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")),
                row.getString("note"));
    }

    static WorkItem item(ResultSet row) throws SQLException {
        long agent = row.getLong("agent_id");
        boolean nobody = row.wasNull();
        return new WorkItem(
                new WorkItemId(row.getLong("id")),
                row.getString("reference"),
                Channel.valueOf(row.getString("channel")),
                new GroupId(row.getLong("group_id")),
                row.getString("subject"),
                row.getString("customer"),
                Priority.ofRank(row.getInt("priority")),
                WorkItem.State.valueOf(row.getString("state")),
                nobody ? null : new AgentId(agent),
                instant(row, "arrived_at").orElseThrow(),
                instant(row, "waits_since").orElse(null),
                instant(row, "held_since").orElse(null),
                instant(row, "ended_at").orElse(null),
                row.getInt("turns"),
                row.getLong("version"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }

    private static @Nullable LocalDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
