package dev.rollcall.kpi;

import dev.rollcall.audit.Actor;
import dev.rollcall.kpi.RejectedFacts.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Rejected facts in the database.
@Component
class RejectedTable {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DETAIL = 2_000;

    private final JdbcTemplate jdbc;

    RejectedTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// The same thing sent again is counted, and open again if somebody had looked after it.
    void keep(List<Submission.Rejection> rejections, Instant now) {
        if (rejections.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                """
                insert into kpi_rejected (digest, source, fact_id, payload, code, detail, received_at,
                    last_seen_at, actor_kind, actor_id, actor_name)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on duplicate key update times_seen = times_seen + 1, state = 'OPEN', resolved_at = null,
                    discard_reason = null, last_seen_at = values(last_seen_at), code = values(code),
                    detail = values(detail)
                """,
                rejections,
                rejections.size(),
                (statement, one) -> {
                    statement.setBytes(1, digest(one));
                    statement.setString(2, cut(one.source(), LONGEST_NAME));
                    statement.setString(3, cut(one.id(), LONGEST_NAME));
                    statement.setString(4, one.payload());
                    statement.setString(5, one.problem().code());
                    statement.setString(6, cut(one.problem().detail(), LONGEST_DETAIL));
                    statement.setObject(7, FactTable.utc(now));
                    statement.setObject(8, FactTable.utc(now));
                    statement.setString(9, one.by().kind().name());
                    statement.setString(10, one.by().id());
                    statement.setString(11, one.by().name());
                });
    }

    boolean isEmpty() {
        return jdbc.queryForList(
                        "select 1 from kpi_rejected where state = 'OPEN' limit 1", Integer.class)
                .isEmpty();
    }

    /// What was accepted after all needs nobody's attention any more.
    void resolve(List<KpiFact> facts, Instant now) {
        jdbc.batchUpdate(
                """
                update kpi_rejected set state = 'ACCEPTED', resolved_at = ?
                where source = ? and fact_id = ? and state = 'OPEN'
                """,
                facts,
                facts.size(),
                (statement, fact) -> {
                    statement.setObject(1, FactTable.utc(now));
                    statement.setString(2, fact.source());
                    statement.setString(3, fact.id());
                });
    }

    void accept(long number, Instant now) {
        jdbc.update(
                "update kpi_rejected set state = 'ACCEPTED', resolved_at = ?, discard_reason = null"
                        + " where id = ?",
                FactTable.utc(now),
                number);
    }

    void stillRejected(long number, FactProblem problem) {
        jdbc.update(
                "update kpi_rejected set code = ?, detail = ? where id = ?",
                problem.code(),
                cut(problem.detail(), LONGEST_DETAIL),
                number);
    }

    /// @return whether it waited
    boolean discard(long number, String reason, Instant now) {
        return jdbc.update(
                        "update kpi_rejected set state = 'DISCARDED', discard_reason = ?, resolved_at = ?"
                                + " where id = ? and state = 'OPEN'",
                        reason,
                        FactTable.utc(now),
                        number)
                > 0;
    }

    List<Entry> open(long after, int limit) {
        return jdbc.query(
                "select * from kpi_rejected where state = 'OPEN' and id > ? order by id limit ?",
                RejectedTable::entry,
                after,
                limit);
    }

    int countOpen(int limit) {
        return jdbc.queryForList(
                        "select 1 from kpi_rejected where state = 'OPEN' limit ?",
                        Integer.class,
                        limit)
                .size();
    }

    Optional<Entry> find(long number) {
        return jdbc
                .query("select * from kpi_rejected where id = ?", RejectedTable::entry, number)
                .stream()
                .findFirst();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("source"),
                row.getString("fact_id"),
                row.getString("payload"),
                row.getString("code"),
                row.getString("detail"),
                row.getObject("received_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt("times_seen"),
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
                        rejection.source(), rejection.id(), rejection.payload()
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
