package dev.rollcall.planner.proposal;

import dev.rollcall.people.GroupId;
import dev.rollcall.planner.PlannedHeads;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many people are needed in half hours in a row which every possible shift covers all of, or
/// none. So the search counts heads once for all of them. Each is only like itself.
final class Need {

    private final @Nullable GroupId group;
    private final Instant start;
    private final List<Integer> required;

    /// What is missing for each number of heads, up to as many as are required at most.
    private final long[] missing;

    /// @param group of whom; null: of everybody together
    /// @param start of the first half hour
    /// @param required the heads of each half hour; 0 where nobody has said, too
    Need(@Nullable GroupId group, Instant start, List<Integer> required) {
        this.group = group;
        this.start = start;
        this.required = List.copyOf(required);
        int most = required.stream().mapToInt(Integer::intValue).max().orElse(0);
        missing = new long[most];
        for (int heads = 0; heads < most; heads++) {
            for (int needed : required) {
                missing[heads] += Math.max(0, needed - heads);
            }
        }
    }

    @Nullable GroupId group() {
        return group;
    }

    Instant start() {
        return start;
    }

    /// The heads of each half hour.
    List<Integer> required() {
        return required;
    }

    TimeSpan halfHour(int index) {
        var from = start.plus(PlannedHeads.STEP.multipliedBy(index));
        return TimeSpan.of(from, from.plus(PlannedHeads.STEP));
    }

    boolean isOfEverybody() {
        return group == null;
    }

    /// In how many half hours anybody is needed.
    long neededHalfHours() {
        return required.stream().filter(heads -> heads > 0).count();
    }

    /// Heads times half hours that nobody is planned for.
    long missing(long planned) {
        return planned < missing.length ? missing[(int) planned] : 0;
    }

    /// The squares of the heads too many, half hour by half hour.
    long tooManySquared(long planned) {
        long sum = 0;
        for (int needed : required) {
            long more = Math.max(0, planned - needed);
            sum += more * more;
        }
        return sum;
    }
}
