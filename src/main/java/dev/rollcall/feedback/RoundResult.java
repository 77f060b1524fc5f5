package dev.rollcall.feedback;

import java.math.BigDecimal;
import java.util.List;

/// What a round came to, as far as it may be told.
///
/// @param lines the whole first, then parts of it; none when fewer than five answered
/// @param words what people wrote, in no order; none when fewer than five answered
public record RoundResult(Round round, List<Line> lines, List<String> words) {

    public RoundResult {
        lines = List.copyOf(lines);
        words = List.copyOf(words);
    }

    /// The answers of the whole, or of a part.
    ///
    /// @param unit empty: the whole
    /// @param answers how many, five at least
    /// @param means of each question, from 1 to 5, with one decimal
    public record Line(String unit, int answers, List<BigDecimal> means) {

        public Line {
            means = List.copyOf(means);
        }
    }
}
