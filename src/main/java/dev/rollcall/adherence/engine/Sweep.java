package dev.rollcall.adherence.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Walks once along schedule and presence and cuts the judged window into stretches in which
/// neither changes. Times are nanoseconds since the window's start; what lies further away than a
/// lifetime is cut to it, which no rule can notice.
final class Sweep {

    static final int OUTSIDE = -1;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long FAR_SECONDS = Duration.ofDays(36_525).toSeconds();
    private static final long FAR = FAR_SECONDS * SECOND;

    private static final long[] NO_EXCUSES = {};

    private final Instant origin;
    final List<Piece> pieces;
    final Rules rules;
    final long[] pieceStart;
    final long[] pieceEnd;
    private final Grace[] grace;
    private final @Nullable Windows[] windows;
    final long windowEnd;
    private final Case subject;

    int size;
    long[] start;
    long[] end;
    int[] piece;
    String[] presence;
    Verdict[] verdict;

    /// Whether the person worked, whatever was planned.
    boolean[] working;

    private Sweep(Case subject, Rules rules) {
        this.subject = subject;
        this.rules = rules;
        this.origin = subject.period().start();
        this.pieces = subject.pieces();
        var asOf = subject.asOf();
        var until = asOf.isBefore(subject.period().end()) ? asOf : subject.period().end();
        this.windowEnd = Math.max(0, nanos(until));
        this.pieceStart = new long[pieces.size()];
        this.pieceEnd = new long[pieces.size()];
        this.grace = new Grace[pieces.size()];
        this.windows = new Windows[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            var one = pieces.get(i);
            pieceStart[i] = nanos(one.start());
            pieceEnd[i] = nanos(one.end());
            grace[i] = rules.graceOf(one.activity());
        }
        int capacity = 2 * pieces.size() + subject.presence().size() + 2;
        start = new long[capacity];
        end = new long[capacity];
        piece = new int[capacity];
        presence = new String[capacity];
        verdict = new Verdict[capacity];
        working = new boolean[capacity];
    }

    static Sweep of(Case subject, Rules rules) {
        var sweep = new Sweep(subject, rules);
        sweep.walk();
        return sweep;
    }

    private void walk() {
        var changes = subject.presence();
        var changeAt = changes.stream().mapToLong(change -> nanos(change.at())).toArray();
        var now = subject.initialPresence();
        int change = 0;
        int next = 0;
        long at = 0;
        while (at < windowEnd) {
            while (change < changeAt.length && changeAt[change] <= at) {
                now = changes.get(change++).presence();
            }
            while (next < pieces.size() && pieceEnd[next] <= at) {
                next++;
            }
            boolean inside = next < pieces.size() && pieceStart[next] <= at;
            long until = windowEnd;
            if (next < pieces.size()) {
                until = Math.min(until, inside ? pieceEnd[next] : pieceStart[next]);
            }
            if (change < changeAt.length) {
                until = Math.min(until, changeAt[change]);
            }
            add(at, until, inside ? next : OUTSIDE, now);
            at = until;
        }
    }

    private void add(long from, long to, int pieceIndex, String presenceNow) {
        if (size > 0 && piece[size - 1] == pieceIndex && presence[size - 1].equals(presenceNow)) {
            end[size - 1] = to;
            return;
        }
        if (size == start.length) {
            grow();
        }
        start[size] = from;
        end[size] = to;
        piece[size] = pieceIndex;
        presence[size] = presenceNow;
        working[size] = rules.isWorking(presenceNow);
        verdict[size] = judge(pieceIndex, presenceNow, working[size]);
        size++;
    }

    private void grow() {
        int capacity = size * 2;
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        piece = Arrays.copyOf(piece, capacity);
        presence = Arrays.copyOf(presence, capacity);
        verdict = Arrays.copyOf(verdict, capacity);
        working = Arrays.copyOf(working, capacity);
    }

    private Verdict judge(int pieceIndex, String presenceNow, boolean works) {
        if (Rules.isUnknown(presenceNow)) {
            return Verdict.NEUTRAL;
        }
        if (pieceIndex == OUTSIDE) {
            return works && rules.unscheduled() == Rules.Unscheduled.EXCEPTION
                    ? Verdict.OUT
                    : Verdict.NEUTRAL;
        }
        return rules.mapping().verdict(pieces.get(pieceIndex).activity(), presenceNow);
    }

    /// Whether a stretch counts as OUT, unmapped ones as the rules say.
    boolean isOut(int stretch) {
        return verdict[stretch] == Verdict.OUT
                || (verdict[stretch] == Verdict.UNMAPPED && rules.unmapped() == Rules.Unmapped.OUT);
    }

    boolean isInside(int stretch) {
        return piece[stretch] != OUTSIDE;
    }

    /// The runs, each within one piece or outside every entry, in order.
    List<Run> runs() {
        var runs = new ArrayList<Run>();
        int i = 0;
        while (i < size) {
            if (!isOut(i)) {
                i++;
                continue;
            }
            int last = i;
            while (last + 1 < size
                    && isOut(last + 1)
                    && piece[last + 1] == piece[i]
                    && start[last + 1] == end[last]) {
                last++;
            }
            runs.add(new Run(i, last));
            i = last + 1;
        }
        return runs;
    }

    /// The union of the excuses within the window, as disjoint stretches in order: from, to, from,
    /// to.
    long[] excuses() {
        if (subject.excuses().isEmpty()) {
            return NO_EXCUSES;
        }
        var sorted =
                subject.excuses().stream()
                        .map(e -> new long[] {nanos(e.start()), nanos(e.end())})
                        .sorted((a, b) -> Long.compare(a[0], b[0]))
                        .toList();
        var union = new long[sorted.size() * 2];
        int n = 0;
        for (var excuse : sorted) {
            long from = Math.max(0, excuse[0]);
            long to = Math.min(windowEnd, excuse[1]);
            if (to <= from) {
                continue;
            }
            if (n > 0 && union[n - 1] >= from) {
                union[n - 1] = Math.max(union[n - 1], to);
            } else {
                union[n++] = from;
                union[n++] = to;
            }
        }
        return Arrays.copyOf(union, n);
    }

    /// Where the windows round the edges of a piece end and begin again: OUT time before `head` and
    /// from `tail` on is forgiven, by the piece's own boundary grace and by its neighbours'.
    Windows windows(int pieceIndex) {
        if (pieceIndex == OUTSIDE) {
            return Windows.NONE;
        }
        var known = windows[pieceIndex];
        return known == null ? windows[pieceIndex] = windowsOf(pieceIndex) : known;
    }

    private Windows windowsOf(int pieceIndex) {
        long head = Long.MIN_VALUE;
        long tail = Long.MAX_VALUE;
        if (graceOf(pieceIndex) instanceof Grace.Boundary own) {
            head = pieceStart[pieceIndex] + nanos(own.startAfter());
            tail = pieceEnd[pieceIndex] - nanos(own.endBefore());
        }
        if (pieceIndex > 0
                && touches(pieceIndex - 1, pieceIndex)
                && graceOf(pieceIndex - 1) instanceof Grace.Boundary before) {
            head = Math.max(head, pieceStart[pieceIndex] + nanos(before.endAfter()));
        }
        if (pieceIndex + 1 < pieces.size()
                && touches(pieceIndex, pieceIndex + 1)
                && graceOf(pieceIndex + 1) instanceof Grace.Boundary after) {
            tail = Math.min(tail, pieceEnd[pieceIndex] - nanos(after.startBefore()));
        }
        return new Windows(head, tail);
    }

    Grace graceOf(int pieceIndex) {
        return grace[pieceIndex];
    }

    private boolean touches(int earlier, int later) {
        return pieces.get(earlier).end().equals(pieces.get(later).start());
    }

    long nanos(Instant instant) {
        long seconds = instant.getEpochSecond() - origin.getEpochSecond();
        if (seconds >= FAR_SECONDS) {
            return FAR;
        }
        if (seconds < -FAR_SECONDS) {
            return -FAR;
        }
        return seconds * SECOND + instant.getNano() - origin.getNano();
    }

    static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(FAR)) >= 0 ? FAR : duration.toNanos();
    }

    Instant instant(long nanos) {
        return origin.plusNanos(nanos);
    }

    /// Stretches `first` to `last`, both included.
    record Run(int first, int last) {}

    /// @param head forgiven before this
    /// @param tail forgiven from this on
    record Windows(long head, long tail) {
        static final Windows NONE = new Windows(Long.MIN_VALUE, Long.MAX_VALUE);

        boolean contains(long at) {
            return at < head || at >= tail;
        }
    }
}
