package dev.rollcall.surveys;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Answers of customers in the database.
@Repository
class SurveyTable {

    /// Between tags, which are lines.
    private static final String BETWEEN = "\n";

    private static final String INSERT =
            """
            insert ignore into survey_response (source, ref, version, agent_id, unit_id, answered_at, kind, score, question,
                comment, interaction, tags, told_at, told_by)
            values (:source, :ref, :version, :agent, :unit, :at, :kind, :score, :question, :comment, :interaction, :tags,
                :now, :by)
            """;

    private static final String UPDATE =
            """
            update survey_response set version = :version, agent_id = :agent, unit_id = :unit, answered_at = :at, kind = :kind,
                score = :score, question = :question, comment = :comment, interaction = :interaction, tags = :tags,
                told_at = :now, told_by = :by
            where source = :source and ref = :ref and version < :version
            """;

    private final JdbcClient database;

    SurveyTable(JdbcClient database) {
        this.database = database;
    }

    /// Who is told of in an identity that is known.
    Optional<AgentId> about(String source, String id) {
        return database.sql("select agent_id from survey_response where source = ? and ref = ?")
                .params(source, id)
                .query(Long.class)
                .optional()
                .map(AgentId::new);
    }

    /// Keeps one that is new, or newer than the one that is known.
    ///
    /// @return whether it was either
    boolean keep(ToldResponse told, AgentId agent, UnitId unit, Actor by, Instant now) {
        // Of two who tell the same at once the later finds it kept, and corrects it if it is newer.
        return write(INSERT, told, agent, unit, by, now)
                || write(UPDATE, told, agent, unit, by, now);
    }

    private boolean write(
            String statement,
            ToldResponse told,
            AgentId agent,
            UnitId unit,
            Actor by,
            Instant now) {
        return database.sql(statement)
                        .param("source", told.source())
                        .param("ref", told.id())
                        .param("version", told.version())
                        .param("agent", agent.value())
                        .param("unit", unit.value())
                        .param("at", utc(told.at()))
                        .param("kind", told.kind().name())
                        .param("score", told.score())
                        .param("question", told.question())
                        .param("comment", told.comment())
                        .param("interaction", told.interaction())
                        .param("tags", String.join(BETWEEN, told.tags()))
                        .param("now", utc(now))
                        .param("by", by.name())
                        .update()
                == 1;
    }

    /// In a span, the latest first.
    List<SurveyResponse> between(Instant from, Instant until, int limit) {
        return database.sql(
                        """
                        select * from survey_response where answered_at >= ? and answered_at < ?
                        order by answered_at desc, id desc limit ?
                        """)
                .params(utc(from), utc(until), limit)
                .query((row, _) -> response(row))
                .list();
    }

    /// One person's in a span, the latest first.
    List<SurveyResponse> of(AgentId agent, Instant from, Instant until, int limit) {
        return database.sql(
                        """
                        select * from survey_response where agent_id = ? and answered_at >= ? and answered_at < ?
                        order by answered_at desc, id desc limit ?
                        """)
                .params(agent.value(), utc(from), utc(until), limit)
                .query((row, _) -> response(row))
                .list();
    }

    /// Forgets what customers wrote.
    int forgetComments(Instant before) {
        return database.sql(
                        "update survey_response set comment = null where answered_at < ? and comment is not null")
                .param(utc(before))
                .update();
    }

    int forget(Instant before) {
        return database.sql("delete from survey_response where answered_at < ?")
                .param(utc(before))
                .update();
    }

    private static SurveyResponse response(ResultSet row) throws SQLException {
        var tags = Objects.requireNonNull(row.getString("tags"));
        return new SurveyResponse(
                row.getLong("id"),
                new AgentId(row.getLong("agent_id")),
                new UnitId(row.getLong("unit_id")),
                instant(row),
                SurveyKind.valueOf(Objects.requireNonNull(row.getString("kind"))),
                row.getInt("score"),
                text(row, "question"),
                text(row, "comment"),
                tags.isEmpty() ? List.of() : Arrays.asList(tags.split(BETWEEN, -1)));
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("answered_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
