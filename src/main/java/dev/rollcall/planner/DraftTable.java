package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The drafts, as the database keeps them.
@Repository
class DraftTable {

    private static final int AGENTS_A_QUERY = 500;
    private static final int ROWS_A_BATCH = 1000;

    private final JdbcClient database;
    private final JdbcTemplate batches;

    DraftTable(JdbcClient database, JdbcTemplate batches) {
        this.database = database;
        this.batches = batches;
    }

    /// A day that was drafted once.
    ///
    /// @param isOpen whether the draft still is to be published
    /// @param entries what an open draft holds
    record Row(
            DayKey key,
            long revision,
            boolean isOpen,
            int baseVersion,
            Instant changedAt,
            String changedBy,
            List<PlannedActivity> entries) {}

    /// What was drafted for some people from one date to another, both included.
    Map<DayKey, Row> rows(Collection<AgentId> agents, LocalDate from, LocalDate to) {
        var found = new HashMap<DayKey, Row>();
        var asked = agents.stream().map(AgentId::value).distinct().toList();
        for (int first = 0; first < asked.size(); first += AGENTS_A_QUERY) {
            var some = asked.subList(first, Math.min(asked.size(), first + AGENTS_A_QUERY));
            database.sql(
                            """
                            select d.agent_id, d.plan_date, d.revision, d.is_open, d.base_version,
                                d.changed_at, d.changed_by, a.activity, a.starts_at, a.ends_at
                            from draft_day d
                            left join draft_activity a
                                on a.agent_id = d.agent_id and a.plan_date = d.plan_date
                            where d.agent_id in (:agents) and d.plan_date between :from and :to
                            order by d.agent_id, d.plan_date, a.position
                            """)
                    .param("agents", some)
                    .param("from", from)
                    .param("to", to)
                    .query(row -> {
                        var key = key(row);
                        found.computeIfAbsent(key, _ -> header(key, row));
                        var activity = row.getString("activity");
                        if (activity != null) {
                            Objects.requireNonNull(found.get(key))
                                    .entries()
                                    .add(
                                            new PlannedActivity(
                                                    activity,
                                                    TimeSpan.of(
                                                            instant(row, "starts_at"),
                                                            instant(row, "ends_at"))));
                        }
                    });
        }
        return found;
    }

    private static DayKey key(ResultSet row) throws SQLException {
        return new DayKey(
                new AgentId(row.getLong("agent_id")), row.getObject("plan_date", LocalDate.class));
    }

    private static Row header(DayKey key, ResultSet row) {
        try {
            return new Row(
                    key,
                    row.getLong("revision"),
                    row.getBoolean("is_open"),
                    row.getInt("base_version"),
                    instant(row, "changed_at"),
                    row.getString("changed_by"),
                    new ArrayList<>());
        } catch (SQLException e) {
            throw new IllegalStateException("The driver could not read a draft", e);
        }
    }

    /// Writes the next revisions of days, and what they hold in the place of what they held.
    ///
    /// @param next each revision is one more than the one the writer saw
    /// @return false when somebody else was first with one of them
    boolean write(Collection<Row> next) {
        var first = next.stream().filter(row -> row.revision() == 1).toList();
        var later = next.stream().filter(row -> row.revision() > 1).toList();
        batches.batchUpdate(
                """
                insert into draft_day
                    (agent_id, plan_date, revision, is_open, base_version, changed_at, changed_by)
                values (?, ?, 1, ?, ?, ?, ?)
                """,
                first,
                ROWS_A_BATCH,
                (row, day) -> {
                    row.setLong(1, day.key().agent().value());
                    row.setObject(2, day.key().date());
                    row.setBoolean(3, day.isOpen());
                    row.setInt(4, day.baseVersion());
                    row.setObject(5, utc(day.changedAt()));
                    row.setString(6, day.changedBy());
                });
        var counts =
                batches.batchUpdate(
                        """
                        update draft_day
                        set revision = revision + 1, is_open = ?, base_version = ?,
                            changed_at = ?, changed_by = ?
                        where agent_id = ? and plan_date = ? and revision = ?
                        """,
                        later,
                        ROWS_A_BATCH,
                        (row, day) -> {
                            row.setBoolean(1, day.isOpen());
                            row.setInt(2, day.baseVersion());
                            row.setObject(3, utc(day.changedAt()));
                            row.setString(4, day.changedBy());
                            row.setLong(5, day.key().agent().value());
                            row.setObject(6, day.key().date());
                            row.setLong(7, day.revision() - 1);
                        });
        // Sent in bulk, an update does not always say how many rows it found. Then the isolation of
        // the database has already refused whoever came second.
        if (Arrays.stream(counts).flatMapToInt(Arrays::stream).anyMatch(count -> count == 0)) {
            return false;
        }
        replaceEntries(next);
        return true;
    }

    private void replaceEntries(Collection<Row> days) {
        batches.batchUpdate(
                "delete from draft_activity where agent_id = ? and plan_date = ?",
                days,
                ROWS_A_BATCH,
                (row, day) -> {
                    row.setLong(1, day.key().agent().value());
                    row.setObject(2, day.key().date());
                });
        record Placed(DayKey key, int position, PlannedActivity entry) {}
        var placed = new ArrayList<Placed>();
        for (var day : days) {
            for (int i = 0; i < day.entries().size(); i++) {
                placed.add(new Placed(day.key(), i, day.entries().get(i)));
            }
        }
        batches.batchUpdate(
                """
                insert into draft_activity (agent_id, plan_date, position, activity, starts_at, ends_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                placed,
                ROWS_A_BATCH,
                (row, each) -> {
                    row.setLong(1, each.key().agent().value());
                    row.setObject(2, each.key().date());
                    row.setInt(3, each.position());
                    row.setString(4, each.entry().activity());
                    row.setObject(5, utc(each.entry().span().start()));
                    row.setObject(6, utc(each.entry().span().end()));
                });
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
