package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.presence.Columns.Places;
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
                on duplicate key update times_seen = times_seen + 1, resolved_at = null,
                    last_seen_at = values(last_seen_at), code = values(code),
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
                        "select 1 from rejected_event where resolved_at is null limit 1",
                        Integer.class)
                .isEmpty();
    }

    /// What was accepted after all needs nobody's attention any more.
    void resolve(String source, Collection<String> ids, Instant now) {
        for (var part : EventStore.parts(ids)) {
            var values = new ArrayList<Object>(List.of(Columns.utc(now), source));
            values.addAll(part);
            jdbc.update(
                    "update rejected_event set resolved_at = ? where source = ? and event_id in ("
                            + EventStore.places(part.size())
                            + ") and resolved_at is null",
                    values.toArray());
        }
    }

    void resolve(long number, Instant now) {
        jdbc.update(
                "update rejected_event set resolved_at = ? where id = ? and resolved_at is null",
                Columns.utc(now),
                number);
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
                "select * from rejected_event where resolved_at is null and id > ? order by id"
                        + " limit ?",
                Inbox::entry,
                after,
                limit);
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
                Columns.instantOrNull(row, "resolved_at"),
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
