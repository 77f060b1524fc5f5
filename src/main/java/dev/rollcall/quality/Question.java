package dev.rollcall.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// One question of a scorecard.
///
/// @param key unique on the card; answers name it, also of later versions
/// @param guidance what to listen for; empty for nothing
/// @param weight within its category, not negative; 0: it is asked and counts for nothing
/// @param mayBeSkipped whether "not applicable" is an answer
/// @param compliance whether it is reported among what the law or a contract asks for, too
/// @param bonus points in hundredths a full answer adds to the review; 0: an ordinary question. A
///   bonus question has no part in its category
/// @param options what can be chosen; empty for a number
/// @param worst of a number: what earns nothing
/// @param best of a number: what earns everything; less than `worst` where less is better
public record Question(
        String key,
        String text,
        String guidance,
        Kind kind,
        BigDecimal weight,
        boolean mayBeSkipped,
        boolean compliance,
        BigDecimal bonus,
        List<Option> options,
        BigDecimal worst,
        BigDecimal best) {

    /// How it is answered.
    public enum Kind {
        YES_NO,
        SCALE,
        CHOICE,
        NUMBER
    }

    /// What can be chosen.
    ///
    /// @param points what it is worth on the question's own scale
    /// @param label empty where the screen has a word of its own: yes, no
    /// @param guidance when to choose it; empty for nothing
    public record Option(BigDecimal points, String label, String guidance) {}

    public Question {
        options = List.copyOf(options);
    }

    public boolean isBonus() {
        return bonus.signum() > 0;
    }

    BigDecimal least() {
        return kind == Kind.NUMBER
                ? worst
                : options.stream()
                        .map(Option::points)
                        .min(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
    }

    BigDecimal most() {
        return kind == Kind.NUMBER
                ? best
                : options.stream()
                        .map(Option::points)
                        .max(BigDecimal::compareTo)
                        .orElse(BigDecimal.ZERO);
    }

    /// Whether a value is an answer: the place of an option, or any number.
    boolean takes(BigDecimal value) {
        return kind == Kind.NUMBER
                || (value.signum() >= 0
                        && value.stripTrailingZeros().scale() <= 0
                        && value.compareTo(BigDecimal.valueOf(options.size())) < 0);
    }

    /// (selected - min) / (max - min), from nothing to everything.
    ///
    /// @param value the place of the option, from 0 on, or the number
    /// @return empty when there is nothing to tell apart
    Optional<Fraction> share(BigDecimal value) {
        var selected = kind == Kind.NUMBER ? value : options.get(value.intValueExact()).points();
        var span = Fraction.of(most()).minus(Fraction.of(least()));
        return span.isZero()
                ? Optional.empty()
                : Optional.of(
                        Fraction.of(selected)
                                .minus(Fraction.of(least()))
                                .over(span)
                                .within(Fraction.ZERO, Fraction.ONE));
    }
}
