package dev.rollcall.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads from the log when corrections came to rule.
@Component
class CorrectionTimes {

    private final JdbcClient jdbc;

    CorrectionTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Instant> of(Collection<String> corrections) {
        var found = new HashMap<String, Instant>();
        jdbc.sql(
                        """
                        select event_id, received_at from presence_event
                        where source = :source and event_id in (:corrections)
                        """)
                .param("source", PresenceSegment.CORRECTIONS)
                .param("corrections", List.copyOf(corrections))
                .query(row -> {
                    found.put(row.getString("event_id"), Columns.instant(row, "received_at"));
                });
        return found;
    }
}
