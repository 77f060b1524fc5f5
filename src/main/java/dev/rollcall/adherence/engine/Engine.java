package dev.rollcall.adherence.engine;

import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.schedule.Category;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Judges a case: every instant gets its verdict, every run its grace, what remains its excuses,
/// and the time is added up into three figures that always stand side by side.
public final class Engine {

    private Engine() {}

    /// Costs time in proportion to entries, events and excuses; never to the length of the period.
    public static Assessment assess(Case subject, Rules rules) {
        var sweep = Sweep.of(subject, rules);
        var excuses = sweep.excuses();
        var runs = sweep.runs();
        var deviations = new ArrayList<Deviation>(runs.size());
        long tolerated = 0;
        long excused = 0;
        for (var run : runs) {
            var left = afterGrace(sweep, run);
            long forgiven = sweep.end(run.last()) - sweep.start(run.first()) - left.length();
            long covered = covered(left, excuses);
            tolerated += forgiven;
            excused += covered;
            deviations.add(deviation(sweep, run, forgiven, covered));
        }
        return addUp(sweep, tolerated, excused, deviations);
    }

    private static Assessment addUp(
            Sweep sweep, long tolerated, long excused, List<Deviation> deviations) {
        long scheduled = 0;
        long scheduledWork = 0;
        long working = 0;
        long neutral = 0;
        long unmapped = 0;
        long unscheduledWork = 0;
        long in = 0;
        long out = 0;
        for (int i = 0; i < sweep.size; i++) {
            long length = sweep.end(i) - sweep.start(i);
            boolean works = sweep.isWorking(i);
            working += works ? length : 0;
            out += sweep.isOut(i) ? length : 0;
            if (!sweep.isInside(i)) {
                unscheduledWork += works ? length : 0;
                continue;
            }
            scheduled += length;
            if (sweep.pieces.get(sweep.piece(i)).category() == Category.WORK) {
                scheduledWork += length;
            }
            unmapped += sweep.verdict(i) == Verdict.UNMAPPED ? length : 0;
            if (sweep.verdict(i) == Verdict.IN) {
                in += length;
            } else if (!sweep.isOut(i)) {
                neutral += length;
            }
        }
        return new Assessment(
                Duration.ofNanos(scheduled),
                Duration.ofNanos(scheduledWork),
                Duration.ofNanos(working),
                Duration.ofNanos(neutral),
                Duration.ofNanos(unmapped),
                Duration.ofNanos(unscheduledWork),
                tally(in, out, 0),
                tally(in, out, tolerated),
                tally(in, out, tolerated + excused),
                deviations);
    }

    private static Tally tally(long in, long out, long forgiven) {
        return new Tally(Duration.ofNanos(in + forgiven), Duration.ofNanos(out - forgiven));
    }

    /// What of a run counts once grace was judged on the whole of it: one stretch, perhaps empty.
    static Counted afterGrace(Sweep sweep, Sweep.Run run) {
        long from = sweep.start(run.first());
        long to = sweep.end(run.last());
        int piece = sweep.piece(run.first());
        if (piece == Sweep.OUTSIDE) {
            return new Counted(from, to);
        }
        if (sweep.graceOf(piece) instanceof Grace.MinimumException minimum
                && to - from < Sweep.nanos(minimum.duration())) {
            return new Counted(from, from);
        }
        var windows = sweep.windows(piece);
        long head = Math.min(to, Math.max(from, windows.head()));
        long tail = Math.max(head, Math.min(to, windows.tail()));
        return new Counted(head, tail);
    }

    private static long covered(Counted counted, long[] excuses) {
        long sum = 0;
        for (int i = firstEndingAfter(counted.from(), excuses);
                i < excuses.length && excuses[i] < counted.to();
                i += 2) {
            sum += Math.min(counted.to(), excuses[i + 1]) - Math.max(counted.from(), excuses[i]);
        }
        return sum;
    }

    private static int firstEndingAfter(long from, long[] excuses) {
        int found = Arrays.binarySearch(excuses, from);
        int later = found >= 0 ? found + 1 : -found - 1;
        return later - later % 2;
    }

    private static Deviation deviation(Sweep sweep, Sweep.Run run, long tolerated, long excused) {
        int piece = sweep.piece(run.first());
        return new Deviation(
                sweep.instant(sweep.start(run.first())),
                sweep.instant(sweep.end(run.last())),
                piece == Sweep.OUTSIDE ? null : sweep.pieces.get(piece).activity(),
                presences(sweep, run),
                impact(sweep, piece, sweep.isWorking(longest(sweep, run))),
                edge(sweep, run),
                Duration.ofNanos(tolerated),
                Duration.ofNanos(excused));
    }

    /// Distinct, by first appearance.
    private static List<String> presences(Sweep sweep, Sweep.Run run) {
        if (run.first() == run.last()) {
            return List.of(sweep.presence(run.first()));
        }
        var presences = new ArrayList<String>();
        for (int i = run.first(); i <= run.last(); i++) {
            if (!presences.contains(sweep.presence(i))) {
                presences.add(sweep.presence(i));
            }
        }
        return presences;
    }

    /// A stretch in the presence that took most of a run; of two alike the one that came first.
    private static int longest(Sweep sweep, Sweep.Run run) {
        if (run.first() == run.last()) {
            return run.first();
        }
        var times = new long[sweep.kinds()];
        for (int i = run.first(); i <= run.last(); i++) {
            times[sweep.kind(i)] += sweep.end(i) - sweep.start(i);
        }
        int longest = run.first();
        for (int i = run.first(); i <= run.last(); i++) {
            if (times[sweep.kind(i)] > times[sweep.kind(longest)]) {
                longest = i;
            }
        }
        return longest;
    }

    static Impact impact(Sweep sweep, int piece, boolean working) {
        if (piece == Sweep.OUTSIDE) {
            return Impact.POSITIVE;
        }
        boolean scheduledToWork = sweep.pieces.get(piece).category() == Category.WORK;
        if (scheduledToWork == working) {
            return Impact.NEUTRAL;
        }
        return working ? Impact.POSITIVE : Impact.NEGATIVE;
    }

    private static Edge edge(Sweep sweep, Sweep.Run run) {
        int piece = sweep.piece(run.first());
        if (piece == Sweep.OUTSIDE) {
            return Edge.UNSCHEDULED;
        }
        // The schedule's own edges: a run cut by the period or by asOf reaches neither.
        boolean late = sweep.start(run.first()) == sweep.pieceStart[piece];
        boolean early = sweep.end(run.last()) == sweep.pieceEnd[piece];
        if (late && early) {
            return Edge.ABSENT;
        }
        return late ? Edge.LATE : early ? Edge.EARLY : Edge.MIDDLE;
    }

    /// What counts of a run, from and to in the sweep's nanoseconds.
    record Counted(long from, long to) {
        long length() {
            return to - from;
        }
    }
}
