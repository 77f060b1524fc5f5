package dev.rollcall.requests;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.requests.Swap.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Offered shifts in the database.
@Repository
class SwapTable {

    private static final String READ = "select * from shift_swap ";

    private final JdbcClient database;

    SwapTable(JdbcClient database) {
        this.database = database;
    }

    long insert(AgentId from, LocalDate date, int version, @Nullable AgentId to, Instant now) {
        database.sql(
                        """
                        insert into shift_swap (agent_id, day, plan_version, to_agent, offered_at,
                            findings)
                        values (?, ?, ?, ?, ?, '')
                        """)
                .param(from.value())
                .param(date)
                .param(version)
                .param(to == null ? null : to.value())
                .param(TimeOffTable.utc(now))
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    /// @return whether it was still as the writer saw it
    boolean take(Swap known, AgentId taker, @Nullable LocalDate inReturn, List<Finding> findings) {
        return database.sql(
                                """
                                update shift_swap
                                set state = 'TAKEN', taker = ?, return_day = ?, findings = ?,
                                    version = version + 1
                                where id = ? and version = ? and state = 'OFFERED'
                                """)
                        .param(taker.value())
                        .param(inReturn)
                        .param(Finding.written(findings))
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    /// @return whether it was still as the writer saw it
    boolean decide(Swap known, Progress progress, Actor by, Instant now, @Nullable String answer) {
        return database.sql(
                                """
                                update shift_swap
                                set state = ?, decided_at = ?, decided_kind = ?, decided_id = ?,
                                    decided_name = ?, answer = ?, version = version + 1
                                where id = ? and version = ? and state in ('OFFERED', 'TAKEN')
                                """)
                        .param(progress.name())
                        .param(TimeOffTable.utc(now))
                        .param(by.kind().name())
                        .param(by.id())
                        .param(by.name())
                        .param(answer)
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    Optional<Swap> find(long number) {
        return database.sql(READ + "where id = ?")
                .param(number)
                .query((row, _) -> swap(row))
                .optional();
    }

    /// Those somebody offered or took, newest first.
    List<Swap> of(AgentId agent, int limit) {
        return database.sql(READ + "where agent_id = ? or taker = ? order by id desc limit ?")
                .param(agent.value())
                .param(agent.value())
                .param(limit)
                .query((row, _) -> swap(row))
                .list();
    }

    /// Those one may take, of shifts from a date on, by date.
    List<Swap> offered(LocalDate from, int limit) {
        return database.sql(READ + "where state = 'OFFERED' and day >= ? order by day, id limit ?")
                .param(from)
                .param(limit)
                .query((row, _) -> swap(row))
                .list();
    }

    /// Those that wait for a decision, by date.
    ///
    /// @param agents whose shifts; null: everybody's
    List<Swap> taken(@Nullable Collection<AgentId> agents) {
        return database
                .sql(READ + "where state = 'TAKEN' order by day, id")
                .query((row, _) -> swap(row))
                .list()
                .stream()
                .filter(each -> agents == null || agents.contains(each.from()))
                .toList();
    }

    private static Swap swap(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", LocalDateTime.class);
        return new Swap(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getInt("plan_version"),
                agent(row, "to_agent"),
                agent(row, "taker"),
                row.getObject("return_day", LocalDate.class),
                Objects.requireNonNull(row.getObject("offered_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC),
                Progress.valueOf(row.getString("state")),
                decided == null ? null : TimeOffTable.actor(row, "decided"),
                decided == null ? null : decided.toInstant(ZoneOffset.UTC),
                row.getString("answer"),
                Finding.read(row.getString("findings")),
                row.getLong("version"));
    }

    private static @Nullable AgentId agent(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, Long.class);
        return value == null ? null : new AgentId(value);
    }
}
