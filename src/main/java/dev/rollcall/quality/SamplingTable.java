package dev.rollcall.quality;

import static dev.rollcall.quality.Rows.instant;
import static dev.rollcall.quality.Rows.utc;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sampling plans, draws and what is to be done in the database.
@Repository
class SamplingTable {

    private final JdbcClient database;
    private final InteractionTable interactions;
    private final Directory directory;

    SamplingTable(JdbcClient database, InteractionTable interactions, Directory directory) {
        this.database = database;
        this.interactions = interactions;
        this.directory = directory;
    }

    List<SamplingPlan> plans() {
        return database.sql("select * from quality_plan order by name, id")
                .query((row, _) -> plan(row))
                .list();
    }

    Optional<SamplingPlan> plan(long number) {
        return database.sql("select * from quality_plan where id = ?")
                .param(number)
                .query((row, _) -> plan(row))
                .optional();
    }

    private static SamplingPlan plan(ResultSet row) throws SQLException {
        var group = row.getObject("group_id", Long.class);
        var channel = row.getString("channel");
        return new SamplingPlan(
                row.getLong("id"),
                row.getString("name"),
                row.getString("card"),
                new UnitId(row.getLong("unit_id")),
                group == null ? null : new GroupId(group),
                channel == null ? null : Medium.valueOf(channel),
                seconds(row, "least_seconds"),
                seconds(row, "most_seconds"),
                row.getInt("per_week"),
                row.getBoolean("active"),
                row.getLong("version"));
    }

    private static @Nullable Duration seconds(ResultSet row, String column) throws SQLException {
        var seconds = row.getObject(column, Long.class);
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /// @return the number of the plan; 0 when it was not that version any more
    long save(SamplingPlan plan) {
        boolean isNew = plan.number() == 0;
        int written =
                database.sql(
                                isNew
                                        ? """
                                        insert into quality_plan (name, card, unit_id, group_id, channel,
                                            least_seconds, most_seconds, per_week, active)
                                        values (:name, :card, :unit, :group, :channel, :least, :most, :each, :active)
                                        """
                                        : """
                                        update quality_plan set name = :name, card = :card, unit_id = :unit,
                                            group_id = :group, channel = :channel, least_seconds = :least,
                                            most_seconds = :most, per_week = :each, active = :active,
                                            version = version + 1
                                        where id = :id and version = :version
                                        """)
                        .param("id", plan.number())
                        .param("version", plan.version())
                        .param("name", plan.name())
                        .param("card", plan.card())
                        .param("unit", plan.unit().value())
                        .param("group", plan.group() == null ? null : plan.group().value())
                        .param("channel", plan.channel() == null ? null : plan.channel().name())
                        .param("least", plan.least() == null ? null : plan.least().toSeconds())
                        .param("most", plan.most() == null ? null : plan.most().toSeconds())
                        .param("each", plan.perWeek())
                        .param("active", plan.active())
                        .update();
        if (isNew) {
            return database.sql("select last_insert_id()").query(Long.class).single();
        }
        return written == 1 ? plan.number() : 0;
    }

    /// Writes a draw down, with what is to be done.
    ///
    /// @return its number; empty when this week of the plan was drawn already
    Optional<Long> draw(
            SamplingPlan plan,
            LocalDate week,
            long seed,
            Map<Long, List<Long>> candidates,
            Map<Long, List<Long>> drawn,
            LocalDate due,
            Instant now,
            String by) {
        int written =
                database.sql(
                                """
                                insert ignore into quality_draw (plan_id, week, seed, rules, candidates, drawn_at, drawn_by)
                                values (?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                plan.number(),
                                week,
                                seed,
                                SamplingJson.write(plan),
                                QualityJson.write(candidates),
                                utc(now),
                                by)
                        .update();
        if (written == 0) {
            return Optional.empty();
        }
        long number = database.sql("select last_insert_id()").query(Long.class).single();
        drawn.forEach((person, interactionNumbers) ->
                interactionNumbers.forEach(interaction ->
                        database.sql(
                                        """
                                        insert into quality_task (draw_id, interaction_id, agent_id, card, due)
                                        values (?, ?, ?, ?, ?)
                                        """)
                                .params(number, interaction, person, plan.card(), due)
                                .update()));
        return Optional.of(number);
    }

    /// Draws of plans, the latest first.
    List<SamplingDraw> draws(List<Long> plans, int limit) {
        if (plans.isEmpty()) {
            return List.of();
        }
        return database.sql(
                        "select * from quality_draw where plan_id in (:plans) order by week desc, id desc limit :limit")
                .param("plans", plans)
                .param("limit", limit)
                .query((row, _) -> draw(row))
                .list();
    }

    boolean isDrawn(long plan, LocalDate week) {
        return database.sql("select count(*) from quality_draw where plan_id = ? and week = ?")
                        .params(plan, week)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private SamplingDraw draw(ResultSet row) throws SQLException {
        long number = row.getLong("id");
        return new SamplingDraw(
                number,
                row.getLong("plan_id"),
                row.getObject("week", LocalDate.class),
                row.getLong("seed"),
                SamplingJson.plan(row.getString("rules")),
                SamplingJson.candidates(row.getString("candidates")),
                database.sql("select interaction_id from quality_task where draw_id = ?")
                        .param(number)
                        .query((each, _) -> each.getLong(1))
                        .list(),
                instant(row, "drawn_at"),
                row.getString("drawn_by"));
    }

    // ------------------------------------------------------------------ what is to be done

    /// What waits, the most urgent first.
    ///
    /// @param but whose is left out; null: nobody's
    List<SamplingTask> waiting(Scope scope, @Nullable AgentId but, int limit) {
        var values = new HashMap<String, Object>(Map.of("limit", limit));
        values.put("but", but == null ? 0 : but.value());
        var within = Rows.within(scope, directory, "t.agent_id", values);
        return database.sql(
                        """
                        select t.id, t.interaction_id, t.card, t.due, p.name, e.id as evaluation, e.evaluator_name
                        from quality_task t
                        join quality_draw d on d.id = t.draw_id
                        join quality_plan p on p.id = d.plan_id
                        left join quality_evaluation e on e.interaction_id = t.interaction_id and e.card = t.card
                        where t.state = 'OPEN' and t.agent_id <> :but
                        """
                                + within
                                + " order by t.due, t.id limit :limit")
                .params(values)
                .query((row, _) ->
                        new SamplingTask(
                                row.getLong("id"),
                                interactions
                                        .find(row.getLong("interaction_id"), Scope.everyone())
                                        .orElseThrow(),
                                row.getString("card"),
                                row.getString("name"),
                                row.getObject("due", LocalDate.class),
                                row.getString("evaluator_name"),
                                row.getObject("evaluation", Long.class)))
                .list();
    }

    int countWaiting(Scope scope, @Nullable AgentId but) {
        var values = new HashMap<String, Object>();
        values.put("but", but == null ? 0 : but.value());
        var within = Rows.within(scope, directory, "agent_id", values);
        return database.sql(
                        "select count(*) from quality_task where state = 'OPEN' and agent_id <> :but"
                                + within)
                .params(values)
                .query(Integer.class)
                .single();
    }

    Optional<AgentId> whose(long task) {
        return database.sql("select agent_id from quality_task where id = ? and state = 'OPEN'")
                .param(task)
                .query(Long.class)
                .optional()
                .map(AgentId::new);
    }

    /// @return whether it still waited
    boolean pass(long task, String why) {
        return database.sql(
                                "update quality_task set state = 'PASSED', why = ? where id = ? and state = 'OPEN'")
                        .params(why, task)
                        .update()
                == 1;
    }

    void done(long interaction, String card, long evaluation) {
        database.sql(
                        """
                        update quality_task set state = 'DONE', evaluation_id = ?
                        where interaction_id = ? and card = ? and state = 'OPEN'
                        """)
                .params(evaluation, interaction, card)
                .update();
    }
}
