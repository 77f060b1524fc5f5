package dev.rollcall.incentives;

import static dev.rollcall.incentives.Rows.instant;
import static dev.rollcall.incentives.Rows.instantOrNull;
import static dev.rollcall.incentives.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.incentives.Appeal.State;
import dev.rollcall.people.AgentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Appeals against awards, in the database.
@Repository
class AppealTable {

    private final JdbcClient database;

    AppealTable(JdbcClient database) {
        this.database = database;
    }

    /// @return its number; empty when one about the same result was made already
    Optional<Long> ask(Award award, String text, Instant now) {
        int written =
                database.sql(
                                """
                                insert ignore into incentives_appeal (agent_id, run_id, revision, text, asked_at) values (?, ?, ?, ?, ?)
                                """)
                        .params(
                                award.agent().value(),
                                award.run(),
                                award.revision(),
                                text,
                                utc(now))
                        .update();
        return written == 0
                ? Optional.empty()
                : Optional.of(database.sql("select last_insert_id()").query(Long.class).single());
    }

    /// @return whether it still waited, in that version
    boolean decide(
            Appeal known,
            State to,
            Actor by,
            Instant now,
            @Nullable Long points,
            @Nullable String answer) {
        return database.sql(
                                """
                                update incentives_appeal set state = ?, points = ?, answer = ?, decided_at = ?, decided_kind = ?,
                                    decided_id = ?, decided_name = ?, version = version + 1
                                where id = ? and version = ? and state = 'ASKED'
                                """)
                        .param(to.name())
                        .param(points)
                        .param(answer)
                        .param(utc(now))
                        .param(by.kind().name())
                        .param(by.id())
                        .param(by.name())
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    Optional<Appeal> find(long number) {
        return database.sql("select * from incentives_appeal where id = ?")
                .param(number)
                .query((row, _) -> appeal(row))
                .optional();
    }

    /// The latest first.
    List<Appeal> of(AgentId agent, int limit) {
        return database.sql(
                        "select * from incentives_appeal where agent_id = ? order by id desc limit ?")
                .params(agent.value(), limit)
                .query((row, _) -> appeal(row))
                .list();
    }

    /// Those that wait, the oldest first.
    List<Appeal> waiting() {
        return database.sql("select * from incentives_appeal where state = 'ASKED' order by id")
                .query((row, _) -> appeal(row))
                .list();
    }

    /// Those decided since, the latest first.
    List<Appeal> decided(Instant since, int limit) {
        return database.sql(
                        """
                        select * from incentives_appeal where decided_at >= ? and state in ('CORRECTED', 'STANDS')
                        order by decided_at desc, id desc limit ?
                        """)
                .params(utc(since), limit)
                .query((row, _) -> appeal(row))
                .list();
    }

    /// Points that appeals brought in a period, of everybody together.
    long corrected(long run) {
        return database.sql(
                        "select coalesce(sum(points), 0) from incentives_appeal where run_id = ? and state = 'CORRECTED'")
                .param(run)
                .query(Long.class)
                .single();
    }

    private static Appeal appeal(ResultSet row) throws SQLException {
        return new Appeal(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                row.getLong("run_id"),
                row.getInt("revision"),
                row.getString("text"),
                State.valueOf(Objects.requireNonNull(row.getString("state"))),
                instant(row, "asked_at"),
                row.getObject("points", Long.class),
                row.getString("decided_kind") == null ? null : Rows.actor(row, "decided"),
                instantOrNull(row, "decided_at"),
                row.getString("answer"),
                row.getLong("version"));
    }
}
