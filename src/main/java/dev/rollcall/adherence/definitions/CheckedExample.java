package dev.rollcall.adherence.definitions;

import dev.rollcall.adherence.engine.Case;
import dev.rollcall.adherence.engine.JudgedSpan;
import java.math.BigDecimal;
import java.util.List;

/// An example and what the engine found, a moment ago.
///
/// @param team what was said of all parts together
public record CheckedExample(Example example, List<CheckedPart> parts, List<Check> team) {

    /// Whether everything that was said is so.
    public boolean passes() {
        return parts.stream().flatMap(part -> part.checks().stream()).allMatch(Check::agrees)
                && team.stream().allMatch(Check::agrees);
    }

    /// One calculation.
    ///
    /// @param subject the day that was judged
    /// @param judged what was done in it, judged
    public record CheckedPart(Case subject, List<JudgedSpan> judged, List<Check> checks) {}

    /// One figure.
    public record Check(ExpectedFigure figure, String expected, String found) {

        /// Numbers agree when they are equal, however they are written.
        public boolean agrees() {
            if (expected.equals(found)) {
                return true;
            }
            try {
                return new BigDecimal(expected).compareTo(new BigDecimal(found)) == 0;
            } catch (NumberFormatException _) {
                return false;
            }
        }
    }
}
