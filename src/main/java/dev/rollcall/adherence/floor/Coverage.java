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
        var drafts = new ArrayList<Draft>();
        for (var start = halfHourOf(window.start());
                start.isBefore(window.end());
                start = start.plus(STEP)) {
            drafts.add(new Draft(TimeSpan.of(start, start.plus(STEP)), now));
        }
        for (var row : rows) {
            for (var piece : row.schedule()) {
                if (piece.category() == Category.WORK) {
                    each(drafts, piece.start(), piece.end(), Draft::plan);
                }
            }
            for (var span : Deeds.until(row, now)) {
                count(drafts, row, span);
            }
        }
        return new Coverage(headsAt(rows, now), drafts.stream().map(Draft::slot).toList());
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

    private static Instant halfHourOf(Instant instant) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), step) * step);
    }

    private static void count(List<Draft> drafts, BoardRow row, JudgedSpan span) {
        if (Deeds.is(span, Base.UNKNOWN)) {
            atWork(drafts, row, span, Draft::miss);
        } else if (isWorking(span)) {
            each(drafts, span.start(), span.end(), Draft::attend);
        } else if (span.judgement() == Judgement.IN) {
            atWork(drafts, row, span, Draft::attend);
        }
    }

    private static boolean isWorking(JudgedSpan span) {
        return Deeds.is(span, Base.AVAILABLE) || Deeds.is(span, Base.ACTIVE);
    }

    /// What of a stretch lies in work that is planned.
    private static void atWork(List<Draft> drafts, BoardRow row, JudgedSpan span, Counting what) {
        for (var piece : row.schedule()) {
            if (piece.category() == Category.WORK
                    && piece.start().isBefore(span.end())
                    && span.start().isBefore(piece.end())) {
                each(
                        drafts,
                        later(piece.start(), span.start()),
                        earlier(piece.end(), span.end()),
                        what);
            }
        }
    }

    private static void each(List<Draft> drafts, Instant start, Instant end, Counting what) {
        if (drafts.isEmpty()) {
            return;
        }
        var origin = drafts.getFirst().span.start();
        long first = Math.max(0, Duration.between(origin, start).dividedBy(STEP));
        for (int i = (int) Math.min(first, drafts.size()); i < drafts.size(); i++) {
            var draft = drafts.get(i);
            if (!draft.span.start().isBefore(end)) {
                return;
            }
            what.count(draft, start, end);
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
        void count(Draft draft, Instant start, Instant end);
    }

    /// A half hour while it is counted.
    private static final class Draft {
        private final TimeSpan span;
        private final Instant passed;
        private Duration planned = Duration.ZERO;
        private Duration plannedSoFar = Duration.ZERO;
        private Duration present = Duration.ZERO;
        private Duration unknown = Duration.ZERO;

        Draft(TimeSpan span, Instant now) {
            this.span = span;
            passed = later(span.start(), earlier(span.end(), now));
        }

        void plan(Instant start, Instant end) {
            planned = planned.plus(within(start, end, span.end()));
            plannedSoFar = plannedSoFar.plus(within(start, end, passed));
        }

        void attend(Instant start, Instant end) {
            present = present.plus(within(start, end, passed));
        }

        void miss(Instant start, Instant end) {
            unknown = unknown.plus(within(start, end, passed));
        }

        private Duration within(Instant start, Instant end, Instant limit) {
            var from = later(start, span.start());
            var to = earlier(end, limit);
            return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
        }

        Slot slot() {
            return new Slot(
                    span,
                    Duration.between(span.start(), passed),
                    planned,
                    plannedSoFar,
                    present,
                    unknown);
        }
    }
}
