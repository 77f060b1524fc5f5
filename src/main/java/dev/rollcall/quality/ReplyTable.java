package dev.rollcall.quality;

import static dev.rollcall.quality.Rows.instant;
import static dev.rollcall.quality.Rows.instantOrNull;
import static dev.rollcall.quality.Rows.utc;

import dev.rollcall.audit.Actor;
import dev.rollcall.quality.Dispute.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What people say to their evaluations: self-assessments and disputes.
@Repository
class ReplyTable {

    private final JdbcClient database;

    ReplyTable(JdbcClient database) {
        this.database = database;
    }

    void assess(long evaluation, SelfAssessment self, Review review) {
        database.sql(
                        """
                        insert into quality_self_assessment (evaluation_id, answers, comment, score, written_at)
                        values (:evaluation, :answers, :comment, :score, :now)
                        """)
                .param("evaluation", evaluation)
                .param("answers", QualityJson.write(self.answers()))
                .param("comment", self.comment())
                .param("score", review.kept())
                .param("now", utc(self.writtenAt()))
                .update();
    }

    Optional<SelfAssessment> selfAssessment(long evaluation) {
        return database.sql("select * from quality_self_assessment where evaluation_id = ?")
                .param(evaluation)
                .query((row, _) ->
                        new SelfAssessment(
                                QualityJson.answers(row.getString("answers")),
                                row.getString("comment"),
                                instant(row, "written_at")))
                .optional();
    }

    void dispute(Evaluation known, String reason, Instant now) {
        database.sql(
                        """
                        insert into quality_dispute (evaluation_id, reason, raised_at, of_revision)
                        values (?, ?, ?, ?)
                        """)
                .params(known.number(), reason, utc(now), known.revision())
                .update();
    }

    /// @return whether one still waited
    boolean resolve(long evaluation, Outcome outcome, String note, Actor by, Instant now) {
        return database.sql(
                                """
                                update quality_dispute set outcome = ?, note = ?, resolved_at = ?,
                                    resolved_id = ?, resolved_name = ?
                                where evaluation_id = ? and outcome is null
                                """)
                        .params(outcome.name(), note, utc(now), by.id(), by.name(), evaluation)
                        .update()
                == 1;
    }

    List<Dispute> disputes(long evaluation) {
        return database.sql("select * from quality_dispute where evaluation_id = ? order by id")
                .param(evaluation)
                .query((row, _) -> {
                    var outcome = row.getString("outcome");
                    return new Dispute(
                            row.getLong("id"),
                            row.getString("reason"),
                            instant(row, "raised_at"),
                            row.getInt("of_revision"),
                            outcome == null ? null : Outcome.valueOf(outcome),
                            row.getString("note"),
                            instantOrNull(row, "resolved_at"),
                            row.getString("resolved_name"));
                })
                .list();
    }
}
