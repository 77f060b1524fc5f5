package dev.rollcall.adherence.engine;

import dev.rollcall.adherence.engine.Deviation.Edge;
import dev.rollcall.adherence.engine.Deviation.Impact;
import dev.rollcall.adherence.engine.Rules.Unmapped;
import dev.rollcall.adherence.engine.Rules.Unscheduled;
import dev.rollcall.schedule.Category;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A second opinion on every figure: looks at each second of a day on its own and says what the
/// definitions say of it. Slow, and shares nothing with the engine but its records. Whole seconds
/// only.
public final class SlowOracle {

    /// One second, from `at` to `at + 1`, in seconds since the epoch.
    ///
    /// @param piece what is visible of the schedule, null outside every entry
    /// @param unmapped whether it is scheduled and nobody mapped its pair
    /// @param verdict IN, OUT or NEUTRAL; null when it counts for nothing
    record Second(
            long at,
            @Nullable Piece piece,
            String presence,
            boolean working,
            boolean unmapped,
            @Nullable Verdict verdict,
            boolean covered) {

        boolean isOut() {
            return verdict == Verdict.OUT;
        }

        /// Out, and no excuse covers it.
        boolean isAccused() {
            return isOut() && !covered;
        }
    }

    private static final int NOTHING = -1;

    private final RawDay day;
    private final Rules rules;
    private final List<Piece> pieces;
    private final List<Second> seconds;

    public SlowOracle(RawDay day) {
        this.day = day;
        this.rules = day.rules();
        this.pieces = visible(day.schedule());
        this.seconds = new ArrayList<>();
        for (long at = from(); at < until(); at++) {
            seconds.add(second(at));
        }
    }

    /// The first second that is judged.
    long from() {
        return day.period().start().getEpochSecond();
    }

    /// The first second after what is judged: the end of the period, or `asOf` when that is
    /// earlier.
    long until() {
        return Math.min(day.period().end().getEpochSecond(), day.asOf().getEpochSecond());
    }

    List<Second> seconds() {
        return seconds;
    }

    List<Piece> pieces() {
        return pieces;
    }

    // ---- the schedule

    /// Stretches in which one and the same entry lies on top.
    private static List<Piece> visible(List<PlannedActivity> entries) {
        var pieces = new ArrayList<Piece>();
        if (entries.isEmpty()) {
            return pieces;
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (var entry : entries) {
            first = Math.min(first, entry.span().start().getEpochSecond());
            last = Math.max(last, entry.span().end().getEpochSecond());
        }
        int ruling = NOTHING;
        long since = first;
        for (long at = first; at <= last; at++) {
            int top = onTop(entries, at);
            if (top != ruling) {
                if (ruling != NOTHING) {
                    var activity = entries.get(ruling).activity();
                    pieces.add(
                            new Piece(
                                    activity,
                                    RawDay.category(activity),
                                    Instant.ofEpochSecond(since),
                                    Instant.ofEpochSecond(at)));
                }
                ruling = top;
                since = at;
            }
        }
        return pieces;
    }

    private static int onTop(List<PlannedActivity> entries, long at) {
        int top = NOTHING;
        for (int i = 0; i < entries.size(); i++) {
            boolean rules =
                    covers(entries.get(i).span(), at)
                            && (top == NOTHING || layer(entries.get(i)) >= layer(entries.get(top)));
            if (rules) {
                top = i;
            }
        }
        return top;
    }

    private static int layer(PlannedActivity entry) {
        return switch (RawDay.category(entry.activity())) {
            case WORK -> 1;
            case AUXILIARY -> 2;
            case TIME_OFF -> 3;
        };
    }

    private @Nullable Piece pieceAt(long at) {
        for (var piece : pieces) {
            if (start(piece) <= at && at < end(piece)) {
                return piece;
            }
        }
        return null;
    }

    // ---- one second

    private Second second(long at) {
        var piece = pieceAt(at);
        var presence = presenceAt(at);
        var working = isWorking(rules, presence);
        var mapped = piece == null ? null : mapped(piece.activity(), presence);
        return new Second(
                at,
                piece,
                presence,
                working,
                mapped == Verdict.UNMAPPED,
                piece == null
                        ? unscheduledVerdict(presence, working)
                        : counted(Objects.requireNonNull(mapped)),
                isCovered(at));
    }

    private boolean isCovered(long at) {
        for (var excuse : day.excuses()) {
            if (covers(excuse, at)) {
                return true;
            }
        }
        return false;
    }

    private String presenceAt(long at) {
        PresenceFrom latest = null;
        for (var event : day.events()) {
            boolean has = event.at().getEpochSecond() <= at;
            if (has && (latest == null || !event.at().isBefore(latest.at()))) {
                latest = event;
            }
        }
        return latest == null ? day.initialPresence() : latest.presence();
    }

    private static boolean isWorking(Rules rules, String presence) {
        var base = presence.split("/")[0];
        return rules.workingPresences().contains(presence)
                || rules.workingPresences().contains(base);
    }

    private Verdict mapped(String activity, String presence) {
        if (presence.equals("UNKNOWN")) {
            return Verdict.NEUTRAL;
        }
        Verdict exact = null;
        Verdict anyPresence = null;
        Verdict anyActivity = null;
        Verdict any = null;
        // a later rule overwrites an earlier one
        for (var rule : rules.mapping().rules()) {
            var rightActivity = rule.activity().equals(activity);
            var rightPresence = rule.presence().equals(presence);
            var everyActivity = rule.activity().equals("*");
            var everyPresence = rule.presence().equals("*");
            if (rightActivity && rightPresence) {
                exact = rule.verdict();
            } else if (rightActivity && everyPresence) {
                anyPresence = rule.verdict();
            } else if (everyActivity && rightPresence) {
                anyActivity = rule.verdict();
            } else if (everyActivity && everyPresence) {
                any = rule.verdict();
            }
        }
        if (exact != null) {
            return exact;
        }
        if (anyPresence != null) {
            return anyPresence;
        }
        if (anyActivity != null) {
            return anyActivity;
        }
        return any != null ? any : Verdict.UNMAPPED;
    }

    private Verdict counted(Verdict mapped) {
        if (mapped == Verdict.UNMAPPED) {
            return rules.unmapped() == Unmapped.OUT ? Verdict.OUT : Verdict.NEUTRAL;
        }
        return mapped;
    }

    private @Nullable Verdict unscheduledVerdict(String presence, boolean working) {
        return rules.unscheduled() == Unscheduled.EXCEPTION
                        && working
                        && !presence.equals("UNKNOWN")
                ? Verdict.OUT
                : null;
    }

    // ---- runs and their grace

    private List<List<Second>> runs() {
        var runs = new ArrayList<List<Second>>();
        Second before = null;
        for (var second : seconds) {
            if (second.isOut()) {
                if (before == null
                        || !before.isOut()
                        || !Objects.equals(before.piece(), second.piece())) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(second);
            }
            before = second;
        }
        return runs;
    }

    private boolean isTolerated(Second second, List<Second> run) {
        var piece = second.piece();
        if (piece == null) {
            return false;
        }
        if (rules.graceOf(piece.activity()) instanceof Grace.MinimumException(var minimum)
                && run.size() < minimum.toSeconds()) {
            return true;
        }
        return isInWindow(second.at(), piece);
    }

    /// Whether a window of the piece's own or of a neighbour's covers a second inside the piece.
    boolean isInWindow(long at, Piece piece) {
        if (rules.graceOf(piece.activity()) instanceof Grace.Boundary own
                && (at < start(piece) + own.startAfter().toSeconds()
                        || at >= end(piece) - own.endBefore().toSeconds())) {
            return true;
        }
        for (var other : pieces) {
            if (rules.graceOf(other.activity()) instanceof Grace.Boundary theirs) {
                if (end(other) == start(piece) && at < end(other) + theirs.endAfter().toSeconds()) {
                    return true;
                }
                if (start(other) == end(piece)
                        && at >= start(other) - theirs.startBefore().toSeconds()) {
                    return true;
                }
            }
        }
        return false;
    }

    // ---- what is found

    public Assessment assessment() {
        int scheduled = 0;
        int scheduledWork = 0;
        int working = 0;
        int neutral = 0;
        int unmapped = 0;
        int unscheduledWork = 0;
        int in = 0;
        int out = 0;
        for (var second : seconds) {
            var piece = second.piece();
            if (piece != null) {
                scheduled++;
            }
            if (piece != null && piece.category() == Category.WORK) {
                scheduledWork++;
            }
            if (second.working()) {
                working++;
            }
            if (second.working() && piece == null) {
                unscheduledWork++;
            }
            if (second.verdict() == Verdict.NEUTRAL) {
                neutral++;
            }
            if (second.unmapped()) {
                unmapped++;
            }
            if (second.verdict() == Verdict.IN) {
                in++;
            }
            if (second.isOut()) {
                out++;
            }
        }
        var deviations = runs().stream().map(this::deviation).toList();
        int tolerated = 0;
        int excused = 0;
        for (var deviation : deviations) {
            tolerated += (int) deviation.tolerated().toSeconds();
            excused += (int) deviation.excused().toSeconds();
        }
        return new Assessment(
                Duration.ofSeconds(scheduled),
                Duration.ofSeconds(scheduledWork),
                Duration.ofSeconds(working),
                Duration.ofSeconds(neutral),
                Duration.ofSeconds(unmapped),
                Duration.ofSeconds(unscheduledWork),
                tally(in, out),
                tally(in + tolerated, out - tolerated),
                tally(in + tolerated + excused, out - tolerated - excused),
                deviations);
    }

    private static Tally tally(int in, int out) {
        return new Tally(Duration.ofSeconds(in), Duration.ofSeconds(out));
    }

    /// How each second reads on a timeline, in order.
    List<Judgement> judgements() {
        var judgements = new ArrayList<Judgement>();
        for (var second : seconds) {
            judgements.add(calm(second));
        }
        for (var run : runs()) {
            boolean severe = run.size() >= rules.severe().toSeconds();
            for (var second : run) {
                judgements.set((int) (second.at() - from()), judgement(second, run, severe));
            }
        }
        return judgements;
    }

    private Judgement judgement(Second second, List<Second> run, boolean severe) {
        if (isTolerated(second, run)) {
            return Judgement.GRACE;
        }
        if (second.covered()) {
            return Judgement.EXCUSED;
        }
        return severe ? Judgement.SEVERE : Judgement.OUT;
    }

    private static Judgement calm(Second second) {
        if (second.verdict() == Verdict.IN) {
            return Judgement.IN;
        }
        if (second.presence().equals("UNKNOWN") || second.unmapped()) {
            return Judgement.UNKNOWN;
        }
        if (second.piece() != null) {
            return Judgement.NEUTRAL;
        }
        return second.working() ? Judgement.UNSCHEDULED : Judgement.OFF;
    }

    private Deviation deviation(List<Second> run) {
        var first = run.getFirst();
        var last = run.getLast();
        int tolerated = 0;
        int excused = 0;
        var secondsByPresence = new LinkedHashMap<String, Integer>();
        for (var second : run) {
            secondsByPresence.merge(second.presence(), 1, Integer::sum);
            if (isTolerated(second, run)) {
                tolerated++;
            } else if (second.covered()) {
                excused++;
            }
        }
        var piece = first.piece();
        return new Deviation(
                Instant.ofEpochSecond(first.at()),
                Instant.ofEpochSecond(last.at() + 1),
                piece == null ? null : piece.activity(),
                List.copyOf(secondsByPresence.keySet()),
                impact(rules, piece, longest(secondsByPresence)),
                edge(piece, first.at(), last.at() + 1),
                Duration.ofSeconds(tolerated),
                Duration.ofSeconds(excused));
    }

    /// The first of those that no other exceeds.
    private static String longest(Map<String, Integer> secondsByPresence) {
        String longest = null;
        int most = 0;
        for (var entry : secondsByPresence.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                longest = entry.getKey();
            }
        }
        return Objects.requireNonNull(longest);
    }

    static Impact impact(Rules rules, @Nullable Piece piece, String presence) {
        boolean scheduledToWork = piece != null && piece.category() == Category.WORK;
        if (!scheduledToWork && isWorking(rules, presence)) {
            return Impact.POSITIVE;
        }
        if (scheduledToWork && !isWorking(rules, presence)) {
            return Impact.NEGATIVE;
        }
        return Impact.NEUTRAL;
    }

    private static Edge edge(@Nullable Piece piece, long start, long end) {
        if (piece == null) {
            return Edge.UNSCHEDULED;
        }
        boolean late = start == start(piece);
        boolean early = end == end(piece);
        if (late && early) {
            return Edge.ABSENT;
        }
        if (late) {
            return Edge.LATE;
        }
        return early ? Edge.EARLY : Edge.MIDDLE;
    }

    // ---- time

    private static boolean covers(TimeSpan span, long at) {
        return span.start().getEpochSecond() <= at && at < span.end().getEpochSecond();
    }

    private static long start(Piece piece) {
        return piece.start().getEpochSecond();
    }

    private static long end(Piece piece) {
        return piece.end().getEpochSecond();
    }
}
