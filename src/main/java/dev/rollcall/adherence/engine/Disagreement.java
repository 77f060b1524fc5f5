package dev.rollcall.adherence.engine;

import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// What of one day two judgements disagree about.
public final class Disagreement {

    private Disagreement() {}

    /// The time one list of stretches judges otherwise than the other. Being out for long is no
    /// other judgement than being out.
    ///
    /// @param one gap-free and in order, as [Day#judged()] gives them
    /// @param other the same for the same period; where only one of them says anything they agree
    public static Duration between(List<JudgedSpan> one, List<JudgedSpan> other) {
        return where(one, other, (left, right) -> kind(left) != kind(right)).stream()
                .map(TimeSpan::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Where one list of stretches says something else than the other: another presence, or judged
    /// otherwise. Neighbours are one.
    ///
    /// @param one gap-free and in order, as [Day#judged()] gives them
    /// @param other the same for the same period; where only one of them says anything they agree
    /// @return in order, without touching
    public static List<TimeSpan> spans(List<JudgedSpan> one, List<JudgedSpan> other) {
        return where(
                one,
                other,
                (left, right) ->
                        kind(left) != kind(right) || !left.presence().equals(right.presence()));
    }

    private static List<TimeSpan> where(
            List<JudgedSpan> one,
            List<JudgedSpan> other,
            BiPredicate<JudgedSpan, JudgedSpan> differ) {
        var found = new ArrayList<TimeSpan>();
        for (int i = 0, j = 0; i < one.size() && j < other.size(); ) {
            var left = one.get(i);
            var right = other.get(j);
            var from = later(left.start(), right.start());
            var to = earlier(left.end(), right.end());
            if (to.isAfter(from) && differ.test(left, right)) {
                if (!found.isEmpty() && found.getLast().end().equals(from)) {
                    from = found.removeLast().start();
                }
                found.add(TimeSpan.of(from, to));
            }
            if (left.end().isBefore(right.end())) {
                i++;
            } else {
                j++;
            }
        }
        return found;
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
