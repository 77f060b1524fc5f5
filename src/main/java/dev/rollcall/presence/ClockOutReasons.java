package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads from the log why people clocked out.
@Component
class ClockOutReasons {

    private final JdbcClient jdbc;

    ClockOutReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The codes of the reasons some people chose in a span, by when they clocked out.
    Map<AgentId, Map<Instant, String>> of(Collection<AgentId> agents, TimeSpan span) {
        var found = new HashMap<AgentId, Map<Instant, String>>();
        for (var part : EventStore.parts(agents)) {
            jdbc.sql(
                            """
                            select agent_id, occurred_at, clock_out_reason from presence_event
                            where agent_id in (:agents) and occurred_at >= :from
                                and occurred_at < :until and clock_out_reason is not null
                            """)
                    .param("agents", part.stream().map(AgentId::value).toList())
                    .param("from", Columns.utc(span.start()))
                    .param("until", Columns.utc(span.end()))
                    .query(row -> {
                        found.computeIfAbsent(
                                        new AgentId(row.getLong("agent_id")), _ -> new HashMap<>())
                                .put(
                                        Columns.instant(row, "occurred_at"),
                                        row.getString("clock_out_reason"));
                    });
        }
        return found;
    }
}
