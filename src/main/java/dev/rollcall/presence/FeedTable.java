package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the log and the inbox know of sources, each question answered from an index.
@Component
class FeedTable {

    /// By this many of its latest events a source's lag and clock are judged.
    private static final int LATEST = 200;

    private final JdbcClient database;

    FeedTable(JdbcClient database) {
        this.database = database;
    }

    /// A source that something was accepted from.
    ///
    /// @param interval seconds between heartbeats it promised, null: none
    /// @param lastSign kept for sources with heartbeats
    record Known(String name, @Nullable Integer interval, @Nullable Instant lastSign) {

        boolean isStaleAt(Instant now) {
            return new EventStore.Source(name, interval, lastSign).isStaleAt(now);
        }
    }

    /// When something last happened and when it arrived.
    record Moment(Instant occurred, Instant received) {

        Duration lag() {
            var late = Duration.between(occurred, received);
            return late.isNegative() ? Duration.ZERO : late;
        }

        Duration ahead() {
            return received.isBefore(occurred)
                    ? Duration.between(received, occurred)
                    : Duration.ZERO;
        }
    }

    List<Known> known() {
        return database.sql("select source, interval_seconds, last_sign_at from presence_source")
                .query((row, _) ->
                        new Known(
                                row.getString("source"),
                                Columns.intOrNull(row, "interval_seconds"),
                                Columns.instantOrNull(row, "last_sign_at")))
                .list();
    }

    Optional<Instant> lastEvent(String source) {
        return Stream.of("STATUS", "WORK_STARTED", "WORK_ENDED")
                .flatMap(kind -> last(source, kind).stream())
                .max(Comparator.naturalOrder());
    }

    Optional<Instant> lastHeartbeat(String source) {
        return last(source, "HEARTBEAT");
    }

    private Optional<Instant> last(String source, String kind) {
        return database.sql(
                        """
                        select occurred_at from presence_event where source = ? and kind = ?
                        order by occurred_at desc limit 1
                        """)
                .params(source, kind)
                .query((row, _) -> Columns.instant(row, "occurred_at"))
                .optional();
    }

    int eventsSince(String source, Instant from) {
        return database.sql(
                        """
                        select count(*) from presence_event where source = ?
                        and kind in ('STATUS', 'WORK_STARTED', 'WORK_ENDED') and occurred_at >= ?
                        """)
                .params(source, Columns.utc(from))
                .query((row, _) -> row.getInt(1))
                .single();
    }

    List<Moment> latest(String source) {
        return database.sql(
                        """
                        select occurred_at, received_at from presence_event where source = ?
                        order by occurred_at desc limit ?
                        """)
                .params(source, LATEST)
                .query((row, _) ->
                        new Moment(
                                Columns.instant(row, "occurred_at"),
                                Columns.instant(row, "received_at")))
                .list();
    }

    /// How many of each source's events were rejected since an instant.
    Map<String, Integer> rejectedSince(Instant from) {
        var counts = new HashMap<String, Integer>();
        database.sql(
                        """
                        select source, count(*) as rejected from rejected_event
                        where last_seen_at >= ? and source is not null group by source
                        """)
                .param(Columns.utc(from))
                .query(row -> {
                    counts.put(row.getString("source"), row.getInt("rejected"));
                });
        return counts;
    }
}
