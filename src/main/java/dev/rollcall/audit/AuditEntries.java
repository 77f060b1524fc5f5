package dev.rollcall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the audit log, a page at a time and by its indexes. Unguarded: callers have decided that
/// whoever asks may read it. Screens come in through the module `oversight`.
@Component
public class AuditEntries {

    /// Entries written at the same moment may have numbers in another order than their times.
    private static final int NEIGHBOURS = 1_000;

    private final JdbcClient database;

    AuditEntries(JdbcClient database) {
        this.database = database;
    }

    /// Newest first.
    ///
    /// @param beforeNumber the number of the last one seen, [Long#MAX_VALUE] for the first page
    public List<AuditEntry> page(AuditFilter filter, long beforeNumber, int limit) {
        var where = new Where().and("id < ?", beforeNumber);
        if (filter.kind() != null) {
            where.and("kind = ?", filter.kind().name());
        }
        if (filter.actorKind() != null && filter.actorId() != null) {
            where.and("actor_kind = ?", filter.actorKind().name());
            where.and("actor_id = ?", filter.actorId());
        }
        if (filter.what() != null) {
            where.and("what = ?", filter.what());
        }
        if (filter.which() != null) {
            where.and("which = ?", filter.which());
        }
        var from = filter.from();
        if (from != null) {
            where.and("at >= ?", utc(from));
            // Numbers grow with time: the page's own order finds the period without reading all
            // that is newer or older.
            where.and("id > ?", firstSince(from).orElse(Long.MAX_VALUE) - NEIGHBOURS);
        }
        var before = filter.before();
        if (before != null) {
            where.and("at < ?", utc(before));
            firstSince(before).ifPresent(first -> where.and("id < ?", first + NEIGHBOURS));
        }
        where.values.add(limit);
        return database.sql(
                        "select * from audit_entry where " + where + " order by id desc limit ?")
                .params(where.values)
                .query(AuditEntries::entry)
                .list();
    }

    private Optional<Long> firstSince(Instant instant) {
        return database.sql("select id from audit_entry where at >= ? order by at, id limit 1")
                .param(utc(instant))
                .query((row, _) -> row.getLong("id"))
                .optional();
    }

    public Optional<AuditEntry> find(long number) {
        return database.sql("select * from audit_entry where id = ?")
                .param(number)
                .query(AuditEntries::entry)
                .optional();
    }

    /// Everybody who is in the log as having done something, each by their latest name.
    public List<Actor> actors() {
        return database.sql(
                        """
                        select entry.actor_kind, entry.actor_id, entry.actor_name
                        from (select max(id) as id from audit_entry group by actor_kind, actor_id)
                            as latest
                        join audit_entry as entry on entry.id = latest.id
                        order by entry.actor_name
                        """)
                .query((row, _) -> actor(row))
                .list();
    }

    /// Every kind of thing the log tells of.
    public List<String> kindsOfThings() {
        return database.sql("select distinct what from audit_entry order by what")
                .query((row, _) -> row.getString("what"))
                .list();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                AuditEntry.Kind.valueOf(row.getString("kind")),
                actor(row),
                row.getString("what"),
                row.getString("which"),
                row.getString("before_state"),
                row.getString("after_state"),
                row.getString("screen"));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("actor_id"),
                row.getString("actor_name"));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static final class Where {
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        private Where and(String condition, Object value) {
            sql.append(sql.isEmpty() ? "" : " and ").append(condition);
            values.add(value);
            return this;
        }

        @Override
        public String toString() {
            return sql.toString();
        }
    }
}
