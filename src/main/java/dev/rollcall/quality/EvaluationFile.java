package dev.rollcall.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All there is about an evaluation, for those who evaluate.
///
/// @param revisions the first one first
/// @param selfAssessment null: none was given
/// @param disputes the first one first
/// @param privateNote for evaluators alone; null: none, or not for this viewer
public record EvaluationFile(
        Evaluation evaluation,
        Interaction interaction,
        ScorecardVersion scorecard,
        List<Revision> revisions,
        @Nullable SelfAssessment selfAssessment,
        List<Dispute> disputes,
        @Nullable String privateNote) {

    public EvaluationFile {
        revisions = List.copyOf(revisions);
        disputes = List.copyOf(disputes);
    }

    public Revision current() {
        return revisions.getLast();
    }
}
