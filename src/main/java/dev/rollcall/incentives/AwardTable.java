package dev.rollcall.incentives;

import static dev.rollcall.incentives.Rows.actor;
import static dev.rollcall.incentives.Rows.instant;
import static dev.rollcall.incentives.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Periods that were awarded, and what each person got, in the database.
@Repository
class AwardTable {

    private static final String CURRENT =
            """
            select a.* from incentives_award a
            where a.revision = (select max(b.revision) from incentives_award b where b.run_id = a.run_id and b.agent_id = a.agent_id)
            """;

    private final JdbcClient database;

    AwardTable(JdbcClient database) {
        this.database = database;
    }

    /// @return its number; empty when the period was awarded already
    Optional<Long> begin(SchemeVersion version, Period period, Actor by, Instant now) {
        int written =
                database.sql(
                                """
                                insert ignore into incentives_run (scheme, version, period_from, period_to, made_at,
                                    made_kind, made_id, made_name, checked_at)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                version.scheme(),
                                version.number(),
                                period.from(),
                                period.to(),
                                utc(now),
                                by.kind().name(),
                                by.id(),
                                by.name(),
                                utc(now))
                        .update();
        return written == 0
                ? Optional.empty()
                : Optional.of(database.sql("select last_insert_id()").query(Long.class).single());
    }

    boolean checked(AwardRun run, Instant now) {
        return database.sql(
                                "update incentives_run set checked_at = ?, edits = edits + 1 where id = ? and edits = ?")
                        .params(utc(now), run.number(), run.edits())
                        .update()
                == 1;
    }

    boolean isAwarded(String scheme, Period period) {
        return database.sql(
                                "select count(*) from incentives_run where scheme = ? and period_from = ?")
                        .params(scheme, period.from())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void insert(Award award) {
        database.sql(
                        """
                        insert into incentives_award (run_id, agent_id, revision, unit_id, points, reason, made_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        award.run(),
                        award.agent().value(),
                        award.revision(),
                        award.unit().value(),
                        award.points(),
                        Rows.json(award.reason()),
                        utc(award.madeAt()))
                .update();
    }

    /// The latest period first.
    List<AwardRun> runs(int limit) {
        return database.sql("select * from incentives_run order by period_to desc, id desc limit ?")
                .param(limit)
                .query((row, _) -> run(row))
                .list();
    }

    /// Of periods that begin in a span, in the order they were awarded.
    List<AwardRun> runs(LocalDate from, LocalDate to) {
        return database.sql(
                        "select * from incentives_run where period_from between ? and ? order by id")
                .params(from, to)
                .query((row, _) -> run(row))
                .list();
    }

    Optional<AwardRun> run(long number) {
        return database.sql("select * from incentives_run where id = ?")
                .param(number)
                .query((row, _) -> run(row))
                .optional();
    }

    /// What counts of a period, by person.
    List<Award> awards(long run) {
        return database.sql(CURRENT + " and a.run_id = ? order by a.agent_id")
                .param(run)
                .query((row, _) -> award(row))
                .list();
    }

    /// What counts of one person's periods, the latest first.
    List<Award> of(AgentId agent, int limit) {
        return database.sql(CURRENT + " and a.agent_id = ? order by a.run_id desc limit ?")
                .params(agent.value(), limit)
                .query((row, _) -> award(row))
                .list();
    }

    /// What counts of a period for somebody.
    Optional<Award> latest(long run, AgentId agent) {
        return database.sql(CURRENT + " and a.run_id = ? and a.agent_id = ?")
                .params(run, agent.value())
                .query((row, _) -> award(row))
                .optional();
    }

    Optional<Award> award(long run, AgentId agent, int revision) {
        return database.sql(
                        "select * from incentives_award where run_id = ? and agent_id = ? and revision = ?")
                .params(run, agent.value(), revision)
                .query((row, _) -> award(row))
                .optional();
    }

    private static AwardRun run(ResultSet row) throws SQLException {
        return new AwardRun(
                row.getLong("id"),
                row.getString("scheme"),
                row.getInt("version"),
                new Period(
                        row.getObject("period_from", LocalDate.class),
                        row.getObject("period_to", LocalDate.class)),
                instant(row, "made_at"),
                actor(row, "made"),
                instant(row, "checked_at"),
                row.getLong("edits"));
    }

    private static Award award(ResultSet row) throws SQLException {
        return new Award(
                row.getLong("run_id"),
                new AgentId(row.getLong("agent_id")),
                row.getInt("revision"),
                new UnitId(row.getLong("unit_id")),
                row.getLong("points"),
                Rows.read(row.getString("reason"), Reason.class),
                instant(row, "made_at"));
    }
}
