package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads from the log what was said with somebody's status, for themselves. Callers have found out
/// already that it is theirs.
@Component
public class StatusNotes {

    private static final String BY_HAND =
            LogEntry.OWN_SOURCES + Actor.Kind.USER.name().toLowerCase(Locale.ROOT);

    private final JdbcClient jdbc;

    StatusNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What was said with what made somebody's present status; empty when nothing was.
    public Optional<String> ofPresent(AgentId agent) {
        return jdbc.sql(
                        """
                        select n.note from presence_head h
                        join presence_event e
                            on e.source = h.origin_source and e.event_id = h.origin_event_id
                        join presence_note n on n.event = e.id
                        where h.agent_id = ?
                        """)
                .param(agent.value())
                .query(String.class)
                .optional();
    }

    /// The last status people set for somebody by hand after an instant, if it was set by another
    /// one than themselves.
    public Optional<ByOther> lastByOther(AgentId agent, Actor self, Instant after) {
        return jdbc
                .sql(
                        """
                        select e.base, e.code, e.occurred_at, e.actor_id, e.actor_name, n.note
                        from presence_event e left join presence_note n on n.event = e.id
                        where e.agent_id = ? and e.occurred_at > ? and e.kind = 'STATUS'
                            and e.source = ?
                        order by e.occurred_at desc, e.source_sequence desc limit 1
                        """)
                .params(agent.value(), Columns.utc(after), BY_HAND)
                .query((row, _) -> byOther(row, self))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ByOther> byOther(ResultSet row, Actor self) throws SQLException {
        if (row.getString("actor_id").equals(self.id())) {
            return Optional.empty();
        }
        var state =
                new PresenceState(
                        PresenceState.Base.valueOf(row.getString("base")), row.getString("code"));
        return Optional.of(
                new ByOther(
                        state,
                        Columns.instant(row, "occurred_at"),
                        row.getString("actor_name"),
                        row.getString("note")));
    }

    /// A status somebody else set.
    ///
    /// @param by their name
    /// @param note why; null when they did not say
    public record ByOther(PresenceState state, Instant at, String by, @Nullable String note) {}
}
