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
import java.util.HashMap;
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
    private static final long NOBODY = -1;

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

    /// @param returnVersion the version of the plan of that date; null: none in return
    /// @return whether it was still as the writer saw it
    boolean take(
            Swap known,
            AgentId taker,
            @Nullable LocalDate inReturn,
            @Nullable Integer returnVersion,
            List<Finding> findings) {
        return database.sql(
                                """
                                update shift_swap
                                set state = 'TAKEN', taker = ?, return_day = ?,
                                    return_version = ?, agreed = false, findings = ?,
                                    version = version + 1
                                where id = ? and version = ? and state = 'OFFERED'
                                """)
                        .param(taker.value())
                        .param(inReturn)
                        .param(returnVersion)
                        .param(Finding.written(findings))
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    /// Whoever offered it says yes to the shift in return.
    ///
    /// @return whether it was still as the writer saw it
    boolean agree(Swap known) {
        return change(known, "agreed = true");
    }

    /// It is offered again as it was before somebody took it.
    ///
    /// @return whether it was still as the writer saw it
    boolean offerAgain(Swap known) {
        return change(
                known,
                "state = 'OFFERED', taker = null, return_day = null, return_version = null,"
                        + " agreed = false, findings = ''");
    }

    private boolean change(Swap known, String set) {
        return database.sql(
                                "update shift_swap set "
                                        + set
                                        + ", version = version + 1"
                                        + " where id = ? and version = ? and state = 'TAKEN'")
                        .param(known.number())
                        .param(known.version())
                        .update()
                == 1;
    }

    /// Keeps what there is to say now, so that whoever decides reads it first.
    ///
    /// @return whether it was still as the writer saw it
    boolean found(Swap known, List<Finding> findings) {
        return database.sql(
                                """
                                update shift_swap set findings = ?, version = version + 1
                                where id = ? and version = ? and state = 'TAKEN'
                                """)
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

    /// Those one may take, of shifts from a date on, by date: offered to oneself, or by a colleague
    /// to everybody.
    List<Swap> offered(AgentId self, Collection<AgentId> colleagues, LocalDate from, int limit) {
        return database.sql(
                        READ
                                + """
                                where state = 'OFFERED' and day >= :from and (to_agent = :self
                                    or to_agent is null and agent_id in (:colleagues))
                                order by day, id limit :limit
                                """)
                .param("from", from)
                .param("self", self.value())
                .param(
                        "colleagues",
                        colleagues.isEmpty()
                                ? List.of(NOBODY)
                                : colleagues.stream().map(AgentId::value).toList())
                .param("limit", limit)
                .query((row, _) -> swap(row))
                .list();
    }

    /// Those that wait for a decision of whoever plans, by date.
    List<Swap> taken() {
        return database.sql(
                        READ
                                + "where state = 'TAKEN' and (return_day is null or agreed)"
                                + " order by day, id")
                .query((row, _) -> swap(row))
                .list();
    }

    /// One page, newest first.
    ///
    /// @param agents who offered them; null: everybody
    /// @param before the number of the last one seen
    List<Swap> page(
            @Nullable Collection<AgentId> agents, Swaps.Filter filter, long before, int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("before", before);
        values.put("limit", limit);
        var sql = new StringBuilder(READ + "where id < :before");
        if (agents != null) {
            values.put("agents", agents.stream().map(AgentId::value).toList());
            sql.append(" and agent_id in (:agents)");
        }
        var progress = filter.progress();
        if (progress != null) {
            sql.append(" and ").append(isSo(progress));
        }
        if (filter.from() != null) {
            values.put("from", filter.from());
            sql.append(" and day >= :from");
        }
        if (filter.to() != null) {
            values.put("to", filter.to());
            sql.append(" and day <= :to");
        }
        return database.sql(sql.append(" order by id desc limit :limit").toString())
                .params(values)
                .query((row, _) -> swap(row))
                .list();
    }

    /// What waits for a yes is taken in the table.
    private static String isSo(Progress progress) {
        return switch (progress) {
            case PROPOSED -> "state = 'TAKEN' and return_day is not null and not agreed";
            case TAKEN -> "state = 'TAKEN' and (return_day is null or agreed)";
            default -> "state = '" + progress + "'";
        };
    }

    /// Those that whoever plans or a rule decided, the newest decision first.
    ///
    /// @param agents of whom both have to be; null: everybody
    List<Swap> decided(@Nullable Collection<AgentId> agents, int limit) {
        if (agents != null && agents.isEmpty()) {
            return List.of();
        }
        var values = new HashMap<String, @Nullable Object>();
        values.put("limit", limit);
        if (agents != null) {
            values.put("agents", agents.stream().map(AgentId::value).toList());
        }
        return database.sql(
                        READ
                                + "where decided_at is not null and state in ('APPROVED', 'DECLINED')"
                                + (agents == null
                                        ? ""
                                        : " and agent_id in (:agents) and taker in (:agents)")
                                + " order by decided_at desc, id desc limit :limit")
                .params(values)
                .query((row, _) -> swap(row))
                .list();
    }

    private static Swap swap(ResultSet row) throws SQLException {
        var decided = row.getObject("decided_at", LocalDateTime.class);
        var inReturn = row.getObject("return_day", LocalDate.class);
        var progress = Progress.valueOf(row.getString("state"));
        return new Swap(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                row.getInt("plan_version"),
                agent(row, "to_agent"),
                agent(row, "taker"),
                inReturn,
                row.getObject("return_version", Integer.class),
                Objects.requireNonNull(row.getObject("offered_at", LocalDateTime.class))
                        .toInstant(ZoneOffset.UTC),
                progress == Progress.TAKEN && inReturn != null && !row.getBoolean("agreed")
                        ? Progress.PROPOSED
                        : progress,
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
