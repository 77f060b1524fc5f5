package dev.rollcall.adherence.engine;

import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One case laid out in time: the state at an instant, and the stretches a timeline paints. The
/// same walk as [Engine], cut at the excuses besides.
public final class Day {

    private final Sweep sweep;
    private final List<Span> spans = new ArrayList<>();

    private Day(Case subject, Rules rules) {
        this.sweep = Sweep.of(subject, rules);
        cutAtExcuses();
    }

    /// Lays out a case. For a live state its `asOf` lies in the future: the last presence is taken
    /// to go on, which tells when the state will change by itself.
    public static Day of(Case subject, Rules rules) {
        return new Day(subject, rules);
    }

    private void cutAtExcuses() {
        var excuses = sweep.excuses();
        int next = 0;
        for (int i = 0; i < sweep.size; i++) {
            long at = sweep.start(i);
            while (at < sweep.end(i)) {
                while (next < excuses.length && excuses[next + 1] <= at) {
                    next += 2;
                }
                boolean excused = next < excuses.length && excuses[next] <= at;
                long until = sweep.end(i);
                if (next < excuses.length) {
                    until = Math.min(until, excused ? excuses[next + 1] : excuses[next]);
                }
                spans.add(new Span(at, until, i, kind(i, excused)));
                at = until;
            }
        }
    }

    private Kind kind(int stretch, boolean excused) {
        if (sweep.isOut(stretch)) {
            return excused ? Kind.IN : Kind.OUT;
        }
        // A silent feed is told as such wherever it falls: nobody knows whether somebody is there.
        if (Rules.isUnknown(sweep.presence(stretch))) {
            return Kind.UNKNOWN;
        }
        if (!sweep.isInside(stretch)) {
            return Kind.NOT_SCHEDULED;
        }
        return sweep.verdict(stretch) == Verdict.UNMAPPED ? Kind.UNKNOWN : Kind.IN;
    }

    /// The state at an instant of the period; null outside it.
    public @Nullable LiveState at(Instant instant) {
        long now = sweep.nanos(instant);
        int index = indexAt(now);
        if (index < 0) {
            return null;
        }
        var span = spans.get(index);
        long since = spans.get(firstOfStreak(index)).start();
        var state = State.IN;
        long until = span.end();
        switch (span.kind()) {
            case IN -> state = State.IN;
            case UNKNOWN -> state = State.UNKNOWN;
            case NOT_SCHEDULED -> state = State.NOT_SCHEDULED;
            case OUT -> {
                long flagged = flaggedAt(firstOfStreak(index), since);
                long severe = Math.max(flagged, plus(since, Sweep.nanos(sweep.rules.severe())));
                state = now < flagged ? State.GRACE : now < severe ? State.OUT : State.SEVERE;
                until = firstAfter(now, until, flagged, severe);
            }
        }
        int piece = sweep.piece(span.stretch());
        var presence = sweep.presence(span.stretch());
        return new LiveState(
                state,
                sweep.instant(since),
                sweep.instant(until),
                piece == Sweep.OUTSIDE ? null : sweep.pieces.get(piece),
                presence,
                state.isOut()
                        ? Engine.impact(sweep, piece, sweep.isWorking(span.stretch()))
                        : Impact.NEUTRAL);
    }

    /// What was found at an instant, and by which rules; null where nothing is judged.
    public @Nullable Finding findingAt(Instant instant) {
        int index = indexAt(sweep.nanos(instant));
        if (index < 0) {
            return null;
        }
        int stretch = spans.get(index).stretch();
        int piece = sweep.piece(stretch);
        var scheduled = piece == Sweep.OUTSIDE ? null : sweep.pieces.get(piece);
        var presence = sweep.presence(stretch);
        var rule =
                scheduled == null || Rules.isUnknown(presence)
                        ? null
                        : sweep.rules.mapping().rule(scheduled.activity(), presence).orElse(null);
        return new Finding(
                instant,
                scheduled,
                presence,
                sweep.verdict(stretch),
                rule,
                scheduled == null ? null : sweep.graceOf(piece),
                runAround(stretch),
                judged().stream()
                        .filter(span -> instant.isBefore(span.end()))
                        .findFirst()
                        .orElseThrow());
    }

    private @Nullable TimeSpan runAround(int stretch) {
        return sweep.runs().stream()
                .filter(run -> run.first() <= stretch && stretch <= run.last())
                .map(run ->
                        TimeSpan.of(
                                sweep.instant(sweep.start(run.first())),
                                sweep.instant(sweep.end(run.last()))))
                .findFirst()
                .orElse(null);
    }

    private int indexAt(long now) {
        for (int i = spans.size() - 1; i >= 0; i--) {
            if (spans.get(i).start() <= now) {
                return now < spans.get(i).end() ? i : -1;
            }
        }
        return -1;
    }

    private int firstOfStreak(int index) {
        int first = index;
        while (first > 0 && spans.get(first - 1).kind() == spans.get(index).kind()) {
            first--;
        }
        return first;
    }

    /// The first instant of a streak of OUT time that nothing forgives: from then on it stays
    /// flagged, whatever edges of the schedule follow.
    private long flaggedAt(int first, long since) {
        for (int i = first; i < spans.size() && spans.get(i).kind() == Kind.OUT; i++) {
            var span = spans.get(i);
            int piece = sweep.piece(span.stretch());
            if (piece == Sweep.OUTSIDE) {
                return span.start();
            }
            var windows = sweep.windows(piece);
            long candidate = Math.max(span.start(), windows.head());
            candidate = Math.max(candidate, plus(since, patience(sweep.graceOf(piece))));
            if (candidate < Math.min(span.end(), windows.tail())) {
                return candidate;
            }
        }
        return Long.MAX_VALUE;
    }

    private static long patience(Grace grace) {
        return switch (grace) {
            case Grace.MinimumException minimum -> Sweep.nanos(minimum.duration());
            case Grace.AlarmOnly alarm -> Sweep.nanos(alarm.duration());
            case Grace.None _, Grace.Boundary _ -> 0;
        };
    }

    private static long plus(long at, long duration) {
        return at > Long.MAX_VALUE - duration ? Long.MAX_VALUE : at + duration;
    }

    private static long firstAfter(long now, long until, long... candidates) {
        long first = until;
        for (long candidate : candidates) {
            if (candidate > now) {
                first = Math.min(first, candidate);
            }
        }
        return first;
    }

    /// The judged stretches from the period's start to its `asOf`, in order, without gaps.
    public List<JudgedSpan> judged() {
        var counted = new Engine.Counted[sweep.size];
        var severe = new boolean[sweep.size];
        for (var run : sweep.runs()) {
            long length = sweep.end(run.last()) - sweep.start(run.first());
            for (int i = run.first(); i <= run.last(); i++) {
                counted[i] = Engine.afterGrace(sweep, run);
                severe[i] = length >= Sweep.nanos(sweep.rules.severe());
            }
        }
        var judged = new ArrayList<JudgedSpan>();
        for (var span : spans) {
            var left = counted[span.stretch()];
            if (left == null) {
                add(judged, span, span.start(), span.end(), judgementOf(span));
                continue;
            }
            var beyond =
                    span.kind() != Kind.OUT
                            ? Judgement.EXCUSED
                            : severe[span.stretch()] ? Judgement.SEVERE : Judgement.OUT;
            long head = Math.clamp(left.from(), span.start(), span.end());
            long tail = Math.clamp(left.to(), span.start(), span.end());
            add(judged, span, span.start(), head, Judgement.GRACE);
            add(judged, span, head, tail, beyond);
            add(judged, span, Math.max(head, tail), span.end(), Judgement.GRACE);
        }
        return judged;
    }

    private Judgement judgementOf(Span span) {
        return switch (span.kind()) {
            case UNKNOWN -> Judgement.UNKNOWN;
            case NOT_SCHEDULED ->
                    sweep.rules.isWorking(sweep.presence(span.stretch()))
                            ? Judgement.UNSCHEDULED
                            : Judgement.OFF;
            case IN, OUT ->
                    sweep.verdict(span.stretch()) == Verdict.IN ? Judgement.IN : Judgement.NEUTRAL;
        };
    }

    private void add(List<JudgedSpan> to, Span span, long start, long end, Judgement judgement) {
        if (end <= start) {
            return;
        }
        var presence = sweep.presence(span.stretch());
        if (!to.isEmpty()) {
            var last = to.getLast();
            if (last.judgement() == judgement
                    && last.presence().equals(presence)
                    && last.end().equals(sweep.instant(start))) {
                to.set(
                        to.size() - 1,
                        new JudgedSpan(last.start(), sweep.instant(end), presence, judgement));
                return;
            }
        }
        to.add(new JudgedSpan(sweep.instant(start), sweep.instant(end), presence, judgement));
    }

    private enum Kind {
        IN,
        OUT,
        NOT_SCHEDULED,
        UNKNOWN
    }

    /// @param stretch the sweep's stretch it is a part of
    private record Span(long start, long end, int stretch, Kind kind) {}
}
