package dev.rollcall.quality;

import static dev.rollcall.quality.Rows.actor;
import static dev.rollcall.quality.Rows.instant;
import static dev.rollcall.quality.Rows.instantOrNull;
import static dev.rollcall.quality.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.quality.Evaluation.SelfState;
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

/// Evaluations and their revisions in the database.
@Repository
class EvaluationTable {

    private static final String READ =
            """
            select e.*, i.channel, i.started_at, r.score, r.failed, r.compliance_met, r.compliance_asked
            from quality_evaluation e
            join quality_interaction i on i.id = e.interaction_id
            join quality_revision r on r.evaluation_id = e.id and r.number = e.revision
            """;

    private final JdbcClient database;
    private final Directory directory;

    EvaluationTable(JdbcClient database, Directory directory) {
        this.database = database;
        this.directory = directory;
    }

    long insert(
            Interaction interaction, UnitId unit, ScorecardVersion card, Actor by, Instant now) {
        database.sql(
                        """
                        insert into quality_evaluation (interaction_id, agent_id, unit_id, card, card_version,
                            evaluator_kind, evaluator_id, evaluator_name, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        interaction.number(),
                        interaction.agent().value(),
                        unit.value(),
                        card.card(),
                        card.number(),
                        by.kind().name(),
                        by.id(),
                        by.name(),
                        utc(now))
                .update();
        return database.sql("select last_insert_id()").query(Long.class).single();
    }

    /// Writes a revision, over the one of that number while it is not published.
    void write(long evaluation, Revision revision, Review review, boolean published) {
        database.sql(
                        """
                        insert into quality_revision (evaluation_id, number, answers, comment, score, failed,
                            compliance_met, compliance_asked, written_at, written_by, published)
                        values (:evaluation, :number, :answers, :comment, :score, :failed, :met, :asked, :now, :by, :published)
                        on duplicate key update answers = :answers, comment = :comment, score = :score,
                            failed = :failed, compliance_met = :met, compliance_asked = :asked,
                            written_at = :now, written_by = :by, published = :published
                        """)
                .param("evaluation", evaluation)
                .param("number", revision.number())
                .param("answers", QualityJson.write(revision.answers()))
                .param("comment", revision.comment())
                .param("score", review.kept())
                .param("failed", review.failed())
                .param("met", review.complianceMet())
                .param("asked", review.complianceAsked())
                .param("now", utc(revision.writtenAt()))
                .param("by", revision.writtenBy())
                .param("published", published)
                .update();
    }

    /// Counts a change.
    ///
    /// @param change what is set, beginning with a comma, or nothing
    /// @param values what fills its places
    /// @return whether it was still that version
    boolean change(Evaluation known, String change, Map<String, Object> values) {
        return database.sql(
                                "update quality_evaluation set version = version + 1"
                                        + change
                                        + " where id = :id and version = :version")
                        .params(values)
                        .param("id", known.number())
                        .param("version", known.version())
                        .update()
                == 1;
    }

    boolean delete(Evaluation draft) {
        return database.sql(
                                "delete from quality_evaluation where id = ? and version = ? and state = 'DRAFT'")
                        .params(draft.number(), draft.version())
                        .update()
                == 1;
    }

    Optional<Evaluation> find(long number) {
        return database.sql(READ + "where e.id = ?")
                .param(number)
                .query((row, _) -> evaluation(row))
                .optional();
    }

    Optional<Evaluation> of(long interaction, String card) {
        return database.sql(READ + "where e.interaction_id = ? and e.card = ?")
                .params(interaction, card)
                .query((row, _) -> evaluation(row))
                .optional();
    }

    /// Drafts of an evaluator, the latest first.
    List<Evaluation> drafts(String evaluator) {
        return database.sql(
                        READ
                                + "where e.evaluator_id = ? and e.state = 'DRAFT' order by e.id desc limit 100")
                .param(evaluator)
                .query((row, _) -> evaluation(row))
                .list();
    }

    /// Published ones, the latest begun first.
    ///
    /// @param but whose are left out; null: nobody's
    List<Evaluation> page(
            EvaluationFilter filter, long before, int limit, Scope scope, @Nullable AgentId but) {
        var values = new HashMap<String, Object>(Map.of("before", before, "limit", limit));
        var conditions = new StringBuilder("where e.state = 'PUBLISHED' and e.id < :before");
        if (but != null) {
            values.put("but", but.value());
            conditions.append(" and e.agent_id <> :but");
        }
        if (filter.agent() != null) {
            values.put("agent", filter.agent().value());
            conditions.append(" and e.agent_id = :agent");
        }
        if (filter.from() != null) {
            values.put("from", utc(filter.from()));
            conditions.append(" and e.published_at >= :from");
        }
        if (filter.until() != null) {
            values.put("until", utc(filter.until()));
            conditions.append(" and e.published_at < :until");
        }
        if (filter.disputed()) {
            conditions.append(" and e.disputed");
        }
        conditions.append(Rows.within(scope, directory, "e.agent_id", values));
        return database.sql(READ + conditions + " order by e.id desc limit :limit")
                .params(values)
                .query((row, _) -> evaluation(row))
                .list();
    }

    List<Revision> revisions(long evaluation) {
        return database.sql(
                        "select * from quality_revision where evaluation_id = ? order by number")
                .param(evaluation)
                .query((row, _) ->
                        new Revision(
                                row.getInt("number"),
                                QualityJson.answers(row.getString("answers")),
                                row.getString("comment"),
                                instant(row, "written_at"),
                                row.getString("written_by")))
                .list();
    }

    /// The answers that count of some evaluations, by number.
    Map<Long, Map<String, Answer>> answers(List<Long> evaluations) {
        var found = new HashMap<Long, Map<String, Answer>>();
        if (evaluations.isEmpty()) {
            return found;
        }
        database.sql(
                        """
                        select e.id, r.answers from quality_evaluation e
                        join quality_revision r on r.evaluation_id = e.id and r.number = e.revision
                        where e.id in (:numbers)
                        """)
                .param("numbers", evaluations)
                .query(row -> {
                    found.put(row.getLong("id"), QualityJson.answers(row.getString("answers")));
                });
        return found;
    }

    void note(long evaluation, String note, Instant now, String by) {
        if (note.isEmpty()) {
            database.sql("delete from quality_private_note where evaluation_id = ?")
                    .param(evaluation)
                    .update();
            return;
        }
        database.sql(
                        """
                        insert into quality_private_note (evaluation_id, note, written_at, written_by)
                        values (:evaluation, :note, :now, :by)
                        on duplicate key update note = :note, written_at = :now, written_by = :by
                        """)
                .param("evaluation", evaluation)
                .param("note", note)
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    Optional<String> note(long evaluation) {
        return database.sql("select note from quality_private_note where evaluation_id = ?")
                .param(evaluation)
                .query(String.class)
                .optional();
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(
                row.getLong("id"),
                row.getLong("interaction_id"),
                new AgentId(row.getLong("agent_id")),
                new UnitId(row.getLong("unit_id")),
                Medium.valueOf(row.getString("channel")),
                instant(row, "started_at"),
                row.getString("card"),
                row.getInt("card_version"),
                actor(row, "evaluator"),
                instant(row, "created_at"),
                instantOrNull(row, "published_at"),
                row.getInt("revision"),
                row.getBoolean("asks_self"),
                SelfState.valueOf(row.getString("self_state")),
                instantOrNull(row, "seen_at"),
                instantOrNull(row, "acknowledged_at"),
                row.getBoolean("disputed"),
                row.getBigDecimal("score"),
                row.getBoolean("failed"),
                row.getInt("compliance_met"),
                row.getInt("compliance_asked"),
                row.getLong("version"));
    }
}
