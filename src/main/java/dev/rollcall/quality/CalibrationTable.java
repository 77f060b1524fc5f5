package dev.rollcall.quality;

import static dev.rollcall.quality.Rows.instant;
import static dev.rollcall.quality.Rows.instantOrNull;
import static dev.rollcall.quality.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Calibration sessions in the database.
@Repository
class CalibrationTable {

    private final JdbcClient database;
    private final Directory directory;

    CalibrationTable(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    /// A session as it is kept.
    record Row(
            long number,
            String name,
            long interaction,
            AgentId agent,
            String card,
            int cardVersion,
            String facilitatorId,
            String facilitator,
            Instant openedAt,
            @Nullable Instant closedAt) {}

    /// What one scored.
    record Score(String scorerId, String scorer, Map<String, Answer> answers) {}

    long insert(
            String name, Interaction interaction, ScorecardVersion card, Actor by, Instant now) {
        database.sql(
                        """
                        insert into quality_calibration (name, interaction_id, agent_id, card, card_version,
                            facilitator_id, facilitator_name, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        name,
                        interaction.number(),
                        interaction.agent().value(),
                        card.card(),
                        card.number(),
                        id(by),
                        by.name(),
                        utc(now))
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    static String id(Actor actor) {
        return actor.kind() + ":" + actor.id();
    }

    /// One, held until the end of the transaction: nobody scores while it closes.
    Optional<Row> hold(long number, Scope scope) {
        return find(number, scope, " for update");
    }

    Optional<Row> find(long number, Scope scope) {
        return find(number, scope, "");
    }

    private Optional<Row> find(long number, Scope scope, String lock) {
        var values = new HashMap<String, Object>(Map.of("number", number));
        var within = Rows.within(scope, directory, "agent_id", values);
        return database.sql("select * from quality_calibration where id = :number" + within + lock)
                .params(values)
                .query((row, _) -> row(row))
                .optional();
    }

    List<Row> list(Scope scope, @Nullable AgentId but, int limit) {
        var values = new HashMap<String, Object>(Map.of("limit", limit));
        values.put("but", but == null ? 0 : but.value());
        var within = Rows.within(scope, directory, "agent_id", values);
        return database.sql(
                        "select * from quality_calibration where agent_id <> :but"
                                + within
                                + " order by id desc limit :limit")
                .params(values)
                .query((row, _) -> row(row))
                .list();
    }

    void score(long number, Actor by, Map<String, Answer> answers, Review review, Instant now) {
        database.sql(
                        """
                        insert into quality_calibration_score (calibration_id, scorer_id, scorer_name, answers, score, scored_at)
                        values (:number, :id, :name, :answers, :score, :now)
                        on duplicate key update answers = :answers, score = :score, scored_at = :now
                        """)
                .param("number", number)
                .param("id", id(by))
                .param("name", by.name())
                .param("answers", QualityJson.write(answers))
                .param("score", review.kept())
                .param("now", utc(now))
                .update();
    }

    List<Score> scores(long number) {
        return database.sql(
                        "select * from quality_calibration_score where calibration_id = ? order by scored_at")
                .param(number)
                .query((row, _) ->
                        new Score(
                                row.getString("scorer_id"),
                                row.getString("scorer_name"),
                                QualityJson.answers(row.getString("answers"))))
                .list();
    }

    void close(long number, Instant now) {
        database.sql("update quality_calibration set closed_at = ? where id = ?")
                .params(utc(now), number)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("name"),
                row.getLong("interaction_id"),
                new AgentId(row.getLong("agent_id")),
                row.getString("card"),
                row.getInt("card_version"),
                row.getString("facilitator_id"),
                row.getString("facilitator_name"),
                instant(row, "opened_at"),
                instantOrNull(row, "closed_at"));
    }
}
