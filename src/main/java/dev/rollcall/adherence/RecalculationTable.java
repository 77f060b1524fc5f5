package dev.rollcall.adherence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was asked to be judged anew, and how far it is.
@Repository
class RecalculationTable {

    private static final String SELECT =
            "SELECT id, unit_id, first_day, last_day, reason, actor_name, asked_at, people, done,"
                    + " state, ended_at FROM adherence_recalculation";

    private final JdbcClient database;

    RecalculationTable(JdbcClient database) {
        this.database = database;
    }

    void add(
            @Nullable UnitId unit,
            LocalDate from,
            LocalDate to,
            @Nullable String reason,
            int people,
            Instant now,
            Actor by) {
        database.sql(
                        "INSERT INTO adherence_recalculation (unit_id, first_day, last_day, reason,"
                                + " actor_kind, actor_id, actor_name, asked_at, people, state)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')")
                .param(unit == null ? null : unit.value())
                .param(from)
                .param(to)
                .param(reason)
                .param(by.kind().name())
                .param(by.id())
                .param(by.name())
                .param(LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(people)
                .update();
    }

    Optional<Recalculation> running() {
        return database.sql(SELECT + " WHERE running = 1").query((row, _) -> read(row)).optional();
    }

    /// The newest first.
    List<Recalculation> latest(int most) {
        return database.sql(SELECT + " ORDER BY id DESC LIMIT ?")
                .param(most)
                .query((row, _) -> read(row))
                .list();
    }

    AgentId lastAgent(long id) {
        return new AgentId(
                database.sql("SELECT last_agent FROM adherence_recalculation WHERE id = ?")
                        .param(id)
                        .query(Long.class)
                        .single());
    }

    void reached(long id, AgentId last, int done) {
        database.sql("UPDATE adherence_recalculation SET last_agent = ?, done = ? WHERE id = ?")
                .param(last.value())
                .param(done)
                .param(id)
                .update();
    }

    void end(long id, Recalculation.State state, Instant now) {
        database.sql("UPDATE adherence_recalculation SET state = ?, ended_at = ? WHERE id = ?")
                .param(state.name())
                .param(LocalDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(id)
                .update();
    }

    private static Recalculation read(ResultSet row) throws SQLException {
        var unit = row.getObject("unit_id", Long.class);
        var ended = row.getObject("ended_at", LocalDateTime.class);
        return new Recalculation(
                row.getLong("id"),
                unit == null ? null : new UnitId(unit),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                row.getString("actor_name"),
                row.getObject("asked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt("people"),
                row.getInt("done"),
                Recalculation.State.valueOf(row.getString("state")),
                ended == null ? null : ended.toInstant(ZoneOffset.UTC));
    }
}
