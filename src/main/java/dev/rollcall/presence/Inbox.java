package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.presence.Columns.Places;
import dev.rollcall.presence.RejectedEvents.Filter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// The inbox of rejected events in the database.
@Component
class Inbox {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DETAIL = 1_000;

    private final JdbcTemplate jdbc;

    Inbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps rejected events. The same thing sent again is counted, and open again if somebody had
    /// looked after it.
    void keep(List<Submission.Rejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into rejected_event (digest, source, event_id, payload, code, detail,
                    pointer, received_at, last_seen_at, actor_kind, actor_id, actor_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update times_seen = times_seen + 1, state = 'OPEN',
                    resolved_at = null, discard_reason = null, resolved_kind = null,
                    resolved_id = null, resolved_name = null, last_seen_at = values(last_seen_at), code = values(code),
                    detail = values(detail), pointer = values(pointer)
                """,
                rejections,
                rejections.size(),
                (statement, one) -> {
                    statement.setBytes(1, digest(one));
                    new Places(statement, 1)
                            .text(cut(one.source(), LONGEST_NAME))
                            .text(cut(one.eventId(), LONGEST_NAME))
                            .text(one.payload())
                            .text(one.problem().code())
                            .text(cut(one.problem().detail(), LONGEST_DETAIL))
                            .text(one.problem().pointer())
                            .time(one.received())
                            .time(one.received())
                            .text(one.by().kind().name())
                            .text(one.by().id())
                            .text(one.by().name());
                });
    }

    boolean isEmpty() {
        return jdbc.queryForList(
                        "select 1 from rejected_event where state = 'OPEN' limit 1", Integer.class)
                .isEmpty();
    }

    /// What was accepted after all needs nobody's attention any more.
    void resolve(String source, Collection<String> ids, Instant now) {
        for (var part : EventStore.parts(ids)) {
            var values = new ArrayList<Object>(List.of(Columns.utc(now), source));
            values.addAll(part);
            jdbc.update(
                    "update rejected_event set state = 'ACCEPTED', resolved_at = ? where source = ? and"
                            + " event_id in ("
                            + EventStore.places(part.size())
                            + ") and state = 'OPEN'",
                    values.toArray());
        }
    }

    /// Notes that one was accepted after all, whoever noted it before.
    void accept(long number, Instant now, Actor by) {
        jdbc.update(
                """
                update rejected_event set state = 'ACCEPTED', resolved_at = ?, discard_reason = null,
                    resolved_kind = ?, resolved_id = ?, resolved_name = ? where id = ?
                """,
                Columns.utc(now),
                by.kind().name(),
                by.id(),
                by.name(),
                number);
    }

    /// Puts one aside that still waits.
    ///
    /// @return whether it waited
    boolean discard(long number, String reason, Instant now, Actor by) {
        return jdbc.update(
                        """
                        update rejected_event set state = 'DISCARDED', discard_reason = ?,
                            resolved_at = ?, resolved_kind = ?, resolved_id = ?, resolved_name = ?
                        where id = ? and state = 'OPEN'
                        """,
                        reason,
                        Columns.utc(now),
                        by.kind().name(),
                        by.id(),
                        by.name(),
                        number)
                > 0;
    }

    /// Notes why a replay failed.
    void stillRejected(long number, EventProblem problem) {
        jdbc.update(
                "update rejected_event set code = ?, detail = ?, pointer = ? where id = ?",
                problem.code(),
                cut(problem.detail(), LONGEST_DETAIL),
                problem.pointer(),
                number);
    }

    List<RejectedEvents.Entry> open(long after, int limit) {
        return jdbc.query(
                "select * from rejected_event where state = 'OPEN' and id > ? order by id limit ?",
                Inbox::entry,
                after,
                limit);
    }

    /// The numbers of those that wait, oldest first.
    List<Long> open(Filter filter, long after, int limit) {
        var values = new ArrayList<Object>();
        var where = where(filter, values);
        values.add(after);
        values.add(limit);
        return jdbc.query(
                "select id from rejected_event where "
                        + where
                        + " and state = 'OPEN' and id > ? order by id limit ?",
                (row, _) -> row.getLong("id"),
                values.toArray());
    }

    /// Newest first.
    List<RejectedEvents.Line> page(Filter filter, long before, int limit) {
        var values = new ArrayList<Object>();
        var where = where(filter, values);
        values.add(before);
        values.add(limit);
        return jdbc.query(
                """
                select id, source, code, received_at, times_seen, state,
                    left(json_value(payload, '$.subject'), 255) as subject,
                    left(json_value(payload, '$.type'), 255) as type
                from rejected_event where %s and id < ? order by id desc limit ?
                """
                        .formatted(where),
                Inbox::line,
                values.toArray());
    }

    /// How many there are, counted up to a limit.
    int count(Filter filter, int limit) {
        var values = new ArrayList<Object>();
        var where = where(filter, values);
        values.add(limit);
        return jdbc.queryForList(
                        "select 1 from rejected_event where " + where + " limit ?",
                        Integer.class,
                        values.toArray())
                .size();
    }

    List<String> sources() {
        return jdbc.query(
                "select distinct source from rejected_event where source is not null order by"
                        + " source",
                (row, _) -> row.getString("source"));
    }

    private static String where(Filter filter, List<Object> values) {
        var where = new StringBuilder("true");
        if (filter.state() != null) {
            where.append(" and state = ?");
            values.add(filter.state().name());
        }
        if (filter.source() != null) {
            where.append(" and source = ?");
            values.add(filter.source());
        }
        if (filter.code() != null) {
            where.append(" and code = ?");
            values.add(filter.code());
        }
        return where.toString();
    }

    private static RejectedEvents.Line line(ResultSet row, int number) throws SQLException {
        return new RejectedEvents.Line(
                row.getLong("id"),
                row.getString("source"),
                row.getString("type"),
                row.getString("subject"),
                row.getString("code"),
                Columns.instant(row, "received_at"),
                row.getInt("times_seen"),
                RejectedEvents.State.valueOf(row.getString("state")));
    }

    Optional<RejectedEvents.Entry> find(long number) {
        return jdbc
                .query("select * from rejected_event where id = ?", Inbox::entry, number)
                .stream()
                .findFirst();
    }

    private static RejectedEvents.Entry entry(ResultSet row, int number) throws SQLException {
        return new RejectedEvents.Entry(
                row.getLong("id"),
                row.getString("source"),
                row.getString("event_id"),
                row.getString("payload"),
                new EventProblem(
                        row.getString("code"), row.getString("detail"), row.getString("pointer")),
                Columns.instant(row, "received_at"),
                Columns.instant(row, "last_seen_at"),
                row.getInt("times_seen"),
                RejectedEvents.State.valueOf(row.getString("state")),
                Columns.instantOrNull(row, "resolved_at"),
                row.getString("resolved_name"),
                row.getString("discard_reason"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")));
    }

    private static byte[] digest(Submission.Rejection rejection) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part :
                    new @Nullable String[] {
                        rejection.source(), rejection.eventId(), rejection.payload()
                    }) {
                digest.update((part == null ? "-" : "+" + part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
