package dev.rollcall.kpi;

import java.math.BigDecimal;
import java.time.Duration;

/// Facts of one kind added up.
///
/// @param facts how many
/// @param done how many of them are dealt with by now
/// @param amount of money, in the one currency they are in; zero where there is none
/// @param due what there was to collect, as far as it was told
/// @param collected the amounts of those whose due was told: what `due` is to be compared with
/// @param duration together
/// @param timed how many of them said how long they took
public record Tally(
        long facts,
        long done,
        BigDecimal amount,
        BigDecimal due,
        BigDecimal collected,
        Duration duration,
        long timed) {

    public static final Tally NOTHING =
            new Tally(0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO, 0);

    public Tally {
        amount = plain(amount);
        due = plain(due);
        collected = plain(collected);
    }

    /// Equal amounts are equal whatever their scale.
    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    static Tally of(KpiFact fact) {
        var amount = fact.amount() == null ? BigDecimal.ZERO : fact.amount();
        var due = fact.due();
        var duration = fact.duration();
        return new Tally(
                1,
                fact.isDone() ? 1 : 0,
                amount,
                due == null ? BigDecimal.ZERO : due,
                due == null ? BigDecimal.ZERO : amount,
                duration == null ? Duration.ZERO : duration,
                duration == null ? 0 : 1);
    }

    public Tally plus(Tally other) {
        return new Tally(
                facts + other.facts,
                done + other.done,
                amount.add(other.amount),
                due.add(other.due),
                collected.add(other.collected),
                duration.plus(other.duration),
                timed + other.timed);
    }

    Tally negated() {
        return new Tally(
                -facts,
                -done,
                amount.negate(),
                due.negate(),
                collected.negate(),
                duration.negated(),
                -timed);
    }
}
