package dev.rollcall.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A time in which a source that promised signs of life gave none. Half-open.
///
/// @param from its last sign of life
/// @param until its next one, [#OPEN] while it is still silent
record Silence(String source, Instant from, Instant until) {

    /// Stands for "it goes on"; the database's last day.
    static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

    /// How many heartbeats a source may miss; with the next one it is stale.
    private static final int MISSED = 3;

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }

    /// How long a source may be silent without being stale.
    static Duration allowed(int intervalSeconds) {
        return Duration.ofSeconds((long) MISSED * intervalSeconds);
    }

    /// The silences of one source among its signs of life, in order of time. A function of the set
    /// of signs alone: their order does not matter.
    ///
    /// @param interval the interval in force before the first sign, null when none was declared
    /// @param evaluation the instant at which the gap after the last sign is judged; null: not at
    ///   all
    static List<Silence> of(
            String source,
            List<Sign> signs,
            @Nullable Integer interval,
            @Nullable Instant evaluation) {
        var sorted = signs.stream().sorted(Sign.ORDER).toList();
        var found = new ArrayList<Silence>();
        var declared = interval;
        for (int i = 0; i < sorted.size(); i++) {
            var sign = sorted.get(i);
            declared = sign.intervalSeconds() == null ? declared : sign.intervalSeconds();
            var next = i + 1 < sorted.size() ? sorted.get(i + 1).time() : null;
            var end = next == null ? evaluation : next;
            if (declared != null
                    && end != null
                    && end.isAfter(sign.time().plus(allowed(declared)))) {
                found.add(new Silence(source, sign.time(), next == null ? OPEN : next));
            }
        }
        return found;
    }

    /// A sign of life: a heartbeat, or any event of the source.
    ///
    /// @param intervalSeconds what a heartbeat promises, null for other events
    record Sign(
            Instant time, @Nullable Long sequence, String id, @Nullable Integer intervalSeconds) {

        static final Comparator<Sign> ORDER =
                Comparator.comparing(Sign::time)
                        .thenComparing(Sign::sequence, Comparator.nullsFirst(Long::compare))
                        .thenComparing(Sign::id);
    }
}
