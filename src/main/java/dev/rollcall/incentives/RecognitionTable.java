package dev.rollcall.incentives;

import static dev.rollcall.incentives.Rows.instant;
import static dev.rollcall.incentives.Rows.utc;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people show the team, and leaderboards, in the database.
@Repository
class RecognitionTable {

    private final JdbcClient database;

    RecognitionTable(JdbcClient database) {
        this.database = database;
    }

    /// @param run the award it shows, or null
    /// @param redemption the reward it shows, or null
    record Row(
            long number,
            AgentId agent,
            @Nullable Long run,
            @Nullable Long redemption,
            Instant shownAt) {}

    void show(AgentId agent, @Nullable Long run, @Nullable Long redemption, Instant now) {
        database.sql(
                        "insert ignore into incentives_shown (agent_id, run_id, redemption, shown_at) values (?, ?, ?, ?)")
                .param(agent.value())
                .param(run)
                .param(redemption)
                .param(utc(now))
                .update();
    }

    /// @return whether there was one of theirs
    boolean takeBack(AgentId agent, long number) {
        return database.sql("delete from incentives_shown where id = ? and agent_id = ?")
                        .params(number, agent.value())
                        .update()
                == 1;
    }

    /// The latest first.
    List<Row> shown(Instant since) {
        return database.sql(
                        "select * from incentives_shown where shown_at >= ? order by shown_at desc, id desc")
                .param(utc(since))
                .query((row, _) ->
                        new Row(
                                row.getLong("id"),
                                new AgentId(row.getLong("agent_id")),
                                row.getObject("run_id", Long.class),
                                row.getObject("redemption", Long.class),
                                instant(row, "shown_at")))
                .list();
    }

    /// @return how many are gone
    int forget(Instant before) {
        return database.sql("delete from incentives_shown where shown_at < ?")
                .param(utc(before))
                .update();
    }

    // ------------------------------------------------------------------ leaderboards

    Set<UnitId> boards() {
        var units = new HashSet<UnitId>();
        database.sql("select unit_id from incentives_leaderboard")
                .query(row -> {
                    units.add(new UnitId(row.getLong("unit_id")));
                });
        return units;
    }

    void open(UnitId unit, Instant now) {
        database.sql("insert ignore into incentives_leaderboard (unit_id, opened_at) values (?, ?)")
                .params(unit.value(), utc(now))
                .update();
    }

    void close(UnitId unit) {
        database.sql("delete from incentives_leaderboard where unit_id = ?")
                .param(unit.value())
                .update();
    }

    Set<AgentId> members() {
        var members = new HashSet<AgentId>();
        database.sql("select agent_id from incentives_leaderboard_member")
                .query(row -> {
                    members.add(new AgentId(row.getLong("agent_id")));
                });
        return members;
    }

    void join(AgentId agent, Instant now) {
        database.sql(
                        "insert ignore into incentives_leaderboard_member (agent_id, joined_at) values (?, ?)")
                .params(agent.value(), utc(now))
                .update();
    }

    void leave(AgentId agent) {
        database.sql("delete from incentives_leaderboard_member where agent_id = ?")
                .param(agent.value())
                .update();
    }

    /// Points that counted since, by person: awards as they stand and what appeals brought, without
    /// what was spent.
    Map<AgentId, Long> points(Instant since) {
        var points = new HashMap<AgentId, Long>();
        database.sql(
                        """
                        select agent_id, sum(points) as points from (
                            select a.agent_id, a.points from incentives_award a join incentives_run r on r.id = a.run_id
                            where r.made_at >= :since and a.revision = (select max(b.revision) from incentives_award b
                                where b.run_id = a.run_id and b.agent_id = a.agent_id)
                            union all
                            select c.agent_id, c.points from incentives_appeal c join incentives_run r on r.id = c.run_id
                            where r.made_at >= :since and c.state = 'CORRECTED'
                        ) counted group by agent_id
                        """)
                .param("since", utc(since))
                .query(row -> {
                    points.put(new AgentId(row.getLong("agent_id")), row.getLong("points"));
                });
        return points;
    }
}
