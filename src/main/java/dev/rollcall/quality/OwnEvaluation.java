package dev.rollcall.quality;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An evaluation for the person it is about. There is no place for a private note in it, and none
/// for a result that is not open to them yet.
///
/// @param result null until they said how they see it themselves, or did not want to
/// @param selfAssessment null: none was given
public record OwnEvaluation(
        OwnEvaluationLine line,
        Interaction interaction,
        ScorecardVersion scorecard,
        @Nullable Result result,
        @Nullable SelfAssessment selfAssessment) {

    /// @param revisions the first one first; the last one counts
    /// @param disputes the first one first
    public record Result(List<Revision> revisions, List<Dispute> disputes) {

        public Result {
            revisions = List.copyOf(revisions);
            disputes = List.copyOf(disputes);
        }

        public Revision current() {
            return revisions.getLast();
        }
    }
}
