package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.shared.AfterCommit;
import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The statuses people will have when their work in progress is done, read from memory.
@Component
class NextStatuses {

    private static final String SELECT =
            """
            select id, agent_id, base, code, note, clock_out_reason, actor_kind, actor_id,
                actor_name, wished_at
            from presence_next_status
            """;

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Map<AgentId, NextStatus> all = new ConcurrentHashMap<>();

    NextStatuses(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @PostConstruct
    void load() {
        all.clear();
        stored().forEach(next -> all.put(next.agent(), next));
    }

    Optional<NextStatus> of(AgentId agent) {
        return Optional.ofNullable(all.get(agent));
    }

    List<NextStatus> all() {
        return List.copyOf(all.values());
    }

    /// Keeps a wish, in place of the one before.
    @Transactional
    void put(AgentId agent, Wish wish, Actor by, Instant now) {
        database.sql("delete from presence_next_status where agent_id = ?")
                .param(agent.value())
                .update();
        database.sql(
                        """
                        insert into presence_next_status (agent_id, base, code, note,
                            clock_out_reason, actor_kind, actor_id, actor_name, wished_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(agent.value())
                .param(wish.state().base().name())
                .param(wish.state().code())
                .param(wish.note())
                .param(wish.clockOutReason())
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .param(Columns.utc(now))
                .update();
        AfterCommit.run(() -> remember(agent));
        events.publishEvent(new NextStatusChanged(agent));
    }

    /// Forgets a wish that came true or was taken back; nothing happens when there is none.
    @Transactional
    void forget(AgentId agent) {
        if (database.sql("delete from presence_next_status where agent_id = ?")
                        .param(agent.value())
                        .update()
                > 0) {
            AfterCommit.run(() -> all.remove(agent));
            events.publishEvent(new NextStatusChanged(agent));
        } else {
            all.remove(agent);
        }
    }

    private void remember(AgentId agent) {
        database.sql(SELECT + " where agent_id = ?")
                .param(agent.value())
                .query((row, _) -> next(row))
                .optional()
                .ifPresentOrElse(next -> all.put(agent, next), () -> all.remove(agent));
    }

    private List<NextStatus> stored() {
        return database.sql(SELECT).query((row, _) -> next(row)).list();
    }

    private static NextStatus next(ResultSet row) throws SQLException {
        return new NextStatus(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                new PresenceState(
                        PresenceState.Base.valueOf(row.getString("base")), row.getString("code")),
                row.getString("note"),
                row.getString("clock_out_reason"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")),
                Columns.instant(row, "wished_at"));
    }
}
