package dev.rollcall.adherence.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How much of one day two judgements disagree about.
public final class Disagreement {

    private Disagreement() {}

    /// The time one list of stretches judges otherwise than the other. Being out for long is no
    /// other judgement than being out.
    ///
    /// @param one gap-free and in order, as [Day#judged()] gives them
    /// @param other the same for the same period; where only one of them says anything they agree
    public static Duration between(List<JudgedSpan> one, List<JudgedSpan> other) {
        var differ = Duration.ZERO;
        for (int i = 0, j = 0; i < one.size() && j < other.size(); ) {
            var left = one.get(i);
            var right = other.get(j);
            if (kind(left) != kind(right)) {
                var from = later(left.start(), right.start());
                var to = earlier(left.end(), right.end());
                if (to.isAfter(from)) {
                    differ = differ.plus(Duration.between(from, to));
                }
            }
            if (left.end().isBefore(right.end())) {
                i++;
            } else {
                j++;
            }
        }
        return differ;
    }

    private static Judgement kind(JudgedSpan span) {
        return span.judgement() == Judgement.SEVERE ? Judgement.OUT : span.judgement();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
