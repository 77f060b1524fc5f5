package dev.rollcall.quality;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What evaluations of a span come to.
///
/// @param total all of them
/// @param units where people were at home when they were evaluated
/// @param groups through which the work came or people belong to now
/// @param agents the people
/// @param evaluators who evaluated
/// @param questions what was asked
/// @param compliance the compliance questions alone
public record QualityReport(
        Line total,
        List<Line> units,
        List<Line> groups,
        List<Line> agents,
        List<Line> evaluators,
        List<QuestionLine> questions,
        List<QuestionLine> compliance) {

    public QualityReport {
        units = List.copyOf(units);
        groups = List.copyOf(groups);
        agents = List.copyOf(agents);
        evaluators = List.copyOf(evaluators);
        questions = List.copyOf(questions);
        compliance = List.copyOf(compliance);
    }

    /// @param mean of the reviews, in hundredths; null of none
    /// @param spread their standard deviation, in hundredths; null of fewer than two
    /// @param against how much the mean lies above or below that of all the others, in hundredths;
    ///   null where there are no others
    /// @param failed how many a critical category failed
    public record Line(
            String name,
            int count,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal spread,
            @Nullable BigDecimal against,
            int failed) {

        public Line {
            if (count < 0) {
                throw new IllegalArgumentException("A line counts something");
            }
        }
    }

    /// @param card by name
    /// @param answered how often it was answered
    /// @param skipped how often it was not applicable
    /// @param mean what was earned, in hundredths; null of nothing
    /// @param full how often everything was earned
    public record QuestionLine(
            String card,
            String category,
            String question,
            int answered,
            int skipped,
            @Nullable BigDecimal mean,
            int full) {}
}
