package dev.rollcall.quality;

import java.math.BigDecimal;
import java.util.List;

/// A section of a scorecard.
///
/// @param weight in the review, not negative
/// @param critical whether less than half of it fails the whole review
public record Category(
        String key, String name, BigDecimal weight, boolean critical, List<Question> questions) {

    public Category {
        questions = List.copyOf(questions);
    }
}
