package dev.rollcall.adherence.floor;

import dev.rollcall.adherence.BoardRow;
import dev.rollcall.adherence.engine.JudgedSpan;
import dev.rollcall.adherence.engine.Judgement;
import dev.rollcall.presence.PresenceState.Base;
import dev.rollcall.schedule.Category;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Heads at work against heads planned to work, half hour by half hour. Pure.
///
/// A head is a person for the whole half hour; two people for a quarter of an hour each are one.
/// Planned are the entries of the category WORK. Present is who is available or active, or does
/// what the plan accepts as the work it asks for. Whose feed is silent is neither present nor
/// missing: they are counted apart.
///
/// @param now heads at this moment; null when nobody's day goes on
/// @param slots without gaps, in order
public record Coverage(@Nullable Heads now, List<Slot> slots) {

    public static final Coverage NONE = new Coverage(null, List.of());

    public static final Duration STEP = Duration.ofMinutes(30);

    /// Fewer missing heads than this are no bottleneck, however small the floor.
    private static final double FEWEST_MISSING = 1.0;

    /// Nor is a smaller share of those planned.
    private static final double SMALLEST_SHARE = 0.1;

    public Coverage {
        slots = List.copyOf(slots);
    }

    /// The half hours a window touches, each whole.
    ///
    /// @param now what lies after it is planned, and nobody can be present yet
    public static Coverage of(Collection<BoardRow> rows, TimeSpan window, Instant now) {
        var tally = new Tally(window, now);
        for (var row : rows) {
            for (var piece : row.schedule()) {
                if (piece.category() == Category.WORK) {
                    tally.plan(piece.start(), piece.end());
                }
            }
            for (var span : Deeds.until(row, now)) {
                count(tally, row, span);
            }
        }
        return new Coverage(headsAt(rows, now), tally.slots());
    }

    private static @Nullable Heads headsAt(Collection<BoardRow> rows, Instant now) {
        var live = rows.stream().filter(row -> row.live() != null).toList();
        if (live.isEmpty()) {
            return null;
        }
        int planned = 0;
        int present = 0;
        int unknown = 0;
        for (var row : live) {
            boolean work =
                    row.schedule().stream()
                            .filter(piece -> piece.category() == Category.WORK)
                            .anyMatch(piece ->
                                    !now.isBefore(piece.start()) && now.isBefore(piece.end()));
            var doing = row.actual().isEmpty() ? null : row.actual().getLast();
            planned += work ? 1 : 0;
            if (doing != null) {
                boolean accepted = work && doing.judgement() == Judgement.IN;
                present += isWorking(doing) || accepted ? 1 : 0;
                unknown += work && Deeds.is(doing, Base.UNKNOWN) ? 1 : 0;
            }
        }
        return new Heads(planned, present, unknown);
    }

    private static void count(Tally tally, BoardRow row, JudgedSpan span) {
        if (Deeds.is(span, Base.UNKNOWN)) {
            atWork(row, span, tally::miss);
        } else if (isWorking(span)) {
            tally.attend(span.start(), span.end());
        } else if (span.judgement() == Judgement.IN) {
            atWork(row, span, tally::attend);
        }
    }

    private static boolean isWorking(JudgedSpan span) {
        return Deeds.is(span, Base.AVAILABLE) || Deeds.is(span, Base.ACTIVE);
    }

    /// What of a stretch lies in work that is planned.
    private static void atWork(BoardRow row, JudgedSpan span, Counting what) {
        for (var piece : row.schedule()) {
            if (piece.category() == Category.WORK
                    && piece.start().isBefore(span.end())
                    && span.start().isBefore(piece.end())) {
                what.count(later(piece.start(), span.start()), earlier(piece.end(), span.end()));
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Where too few were, or are, present.
    public List<Slot> bottlenecks() {
        return slots.stream().filter(Slot::isBottleneck).toList();
    }

    /// How many people are planned to work, how many are there, and of how many of those planned
    /// nobody can tell.
    public record Heads(int planned, int present, int unknown) {}

    /// One half hour.
    ///
    /// @param elapsed how much of it has passed
    /// @param planned seconds of planned work in all of it
    /// @param plannedSoFar those of them that have passed
    /// @param present seconds somebody was there
    /// @param unknown seconds of planned work nobody can tell about
    public record Slot(
            TimeSpan span,
            Duration elapsed,
            Duration planned,
            Duration plannedSoFar,
            Duration present,
            Duration unknown) {

        /// Heads planned, on average over the half hour.
        public double plannedHeads() {
            return (double) planned.toMillis() / span.duration().toMillis();
        }

        /// Heads present, on average over what has passed of it; zero before it begins.
        public double presentHeads() {
            return perElapsed(present);
        }

        /// Planned heads nobody can tell about, on average over what has passed.
        public double unknownHeads() {
            return perElapsed(unknown);
        }

        /// By how many heads those present, and those nobody can tell about, fall short of those
        /// planned in what has passed; zero when there are enough.
        public double missingHeads() {
            return Math.max(0, perElapsed(plannedSoFar.minus(present).minus(unknown)));
        }

        /// Whether it has begun.
        public boolean hasBegun() {
            return !elapsed.isZero();
        }

        /// Whether at least one head, and a tenth of those planned, is missing.
        public boolean isBottleneck() {
            double missing = missingHeads();
            return missing >= FEWEST_MISSING
                    && missing >= SMALLEST_SHARE * perElapsed(plannedSoFar);
        }

        private double perElapsed(Duration time) {
            return elapsed.isZero() ? 0 : (double) time.toMillis() / elapsed.toMillis();
        }
    }

    private interface Counting {
        void count(Instant start, Instant end);
    }

    /// Half hours while they are counted, in nanoseconds since the first one begins: a board of
    /// thousands adds up hundreds of thousands of stretches at each beat.
    private static final class Tally {

        private static final long STEP_NANOS = STEP.toNanos();
        private static final long SECOND = Duration.ofSeconds(1).toNanos();

        private final Instant origin;
        private final long now;
        private final long[] planned;
        private final long[] plannedSoFar;
        private final long[] present;
        private final long[] unknown;

        Tally(TimeSpan window, Instant now) {
            long step = STEP.toSeconds();
            origin =
                    Instant.ofEpochSecond(
                            Math.floorDiv(window.start().getEpochSecond(), step) * step);
            this.now = nanos(now);
            int size = Math.toIntExact(Math.ceilDiv(nanos(window.end()), STEP_NANOS));
            planned = new long[size];
            plannedSoFar = new long[size];
            present = new long[size];
            unknown = new long[size];
        }

        private long nanos(Instant instant) {
            return (instant.getEpochSecond() - origin.getEpochSecond()) * SECOND
                    + instant.getNano()
                    - origin.getNano();
        }

        void plan(Instant start, Instant end) {
            add(planned, start, end, Long.MAX_VALUE);
            add(plannedSoFar, start, end, now);
        }

        void attend(Instant start, Instant end) {
            add(present, start, end, now);
        }

        void miss(Instant start, Instant end) {
            add(unknown, start, end, now);
        }

        private void add(long[] sums, Instant start, Instant end, long limit) {
            long from = Math.max(0, nanos(start));
            long to = Math.min(nanos(end), limit);
            for (long i = from / STEP_NANOS; i < sums.length && i * STEP_NANOS < to; i++) {
                long begin = i * STEP_NANOS;
                sums[(int) i] += Math.min(to, begin + STEP_NANOS) - Math.max(from, begin);
            }
        }

        List<Slot> slots() {
            var slots = new ArrayList<Slot>(planned.length);
            for (int i = 0; i < planned.length; i++) {
                var start = origin.plus(STEP.multipliedBy(i));
                long elapsed = Math.clamp(now - i * STEP_NANOS, 0, STEP_NANOS);
                slots.add(
                        new Slot(
                                TimeSpan.of(start, start.plus(STEP)),
                                Duration.ofNanos(elapsed),
                                Duration.ofNanos(planned[i]),
                                Duration.ofNanos(plannedSoFar[i]),
                                Duration.ofNanos(present[i]),
                                Duration.ofNanos(unknown[i])));
            }
            return slots;
        }
    }
}
