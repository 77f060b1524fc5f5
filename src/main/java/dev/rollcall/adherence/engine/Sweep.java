package dev.rollcall.adherence.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    final long windowEnd;
    private final Case subject;

    private final Kinds kinds;

    int size;
    private long[] end;
    private int[] piece;
    private int[] kind;
    private Verdict[] verdict;

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
        for (int i = 0; i < pieces.size(); i++) {
            var one = pieces.get(i);
            pieceStart[i] = nanos(one.start());
            pieceEnd[i] = nanos(one.end());
            grace[i] = rules.graceOf(one.activity());
        }
        int capacity = 2 * pieces.size() + subject.presence().size() + 2;
        kinds = new Kinds(rules);
        end = new long[capacity];
        piece = new int[capacity];
        kind = new int[capacity];
        verdict = new Verdict[capacity];
    }

    static Sweep of(Case subject, Rules rules) {
        var sweep = new Sweep(subject, rules);
        sweep.walk();
        return sweep;
    }

    private void walk() {
        var changes = subject.presence();
        int now = kinds.of(subject.initialPresence());
        int before = -1;
        int change = 0;
        long changeAt = changes.isEmpty() ? Long.MAX_VALUE : nanos(changes.getFirst().at());
        int next = 0;
        long at = 0;
        while (at < windowEnd) {
            while (changeAt <= at) {
                now = kinds.of(changes.get(change++).presence());
                changeAt =
                        change < changes.size() ? nanos(changes.get(change).at()) : Long.MAX_VALUE;
            }
            while (next < pieces.size() && pieceEnd[next] <= at) {
                next++;
            }
            boolean inside = next < pieces.size() && pieceStart[next] <= at;
            long until = windowEnd;
            if (next < pieces.size()) {
                until = Math.min(until, inside ? pieceEnd[next] : pieceStart[next]);
            }
            until = Math.min(until, changeAt);
            int place = inside ? next : OUTSIDE;
            if (now == before && piece[size - 1] == place) {
                end[size - 1] = until;
            } else {
                add(until, place, now);
                before = now;
            }
            at = until;
        }
    }

    private void add(long until, int place, int now) {
        if (size == end.length) {
            grow();
        }
        end[size] = until;
        piece[size] = place;
        kind[size] = now;
        verdict[size] = kinds.verdict(now, place, place == OUTSIDE ? null : pieces.get(place));
        size++;
    }

    private void grow() {
        int capacity = size * 2;
        end = Arrays.copyOf(end, capacity);
        piece = Arrays.copyOf(piece, capacity);
        kind = Arrays.copyOf(kind, capacity);
        verdict = Arrays.copyOf(verdict, capacity);
    }

    /// Stretches follow one another without gaps.
    long start(int stretch) {
        return stretch == 0 ? 0 : end[stretch - 1];
    }

    long end(int stretch) {
        return end[stretch];
    }

    /// The index of the piece it lies in, or [#OUTSIDE].
    int piece(int stretch) {
        return piece[stretch];
    }

    String presence(int stretch) {
        return kinds.presence(kind[stretch]);
    }

    /// The number of the presence, from 0 on, below [#kinds].
    int kind(int stretch) {
        return kind[stretch];
    }

    /// How many different presences there are.
    int kinds() {
        return kinds.count();
    }

    /// Whether the person worked, whatever was planned.
    boolean isWorking(int stretch) {
        return kinds.isWorking(kind[stretch]);
    }

    Verdict verdict(int stretch) {
        return verdict[stretch];
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
            while (last + 1 < size && isOut(last + 1) && piece[last + 1] == piece[i]) {
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
        var sorted = new ArrayList<long[]>(subject.excuses().size());
        for (var excuse : subject.excuses()) {
            sorted.add(new long[] {nanos(excuse.start()), nanos(excuse.end())});
        }
        sorted.sort((a, b) -> Long.compare(a[0], b[0]));
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
        return pieceEnd[earlier] == pieceStart[later];
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
