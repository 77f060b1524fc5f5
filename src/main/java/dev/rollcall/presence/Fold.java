package dev.rollcall.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Folds what happened to one person into a gap-free timeline. Takes up anywhere the state is
/// known, so that a late event costs the stretch it touches and not the whole past.
final class Fold {

    private final Silences silences;
    private final Consumer<Piece> out;
    private FoldState state;
    private @Nullable Instant at;
    private @Nullable PresenceState shown;
    private @Nullable Correction shownBy;

    private Fold(
            Silences silences,
            FoldState state,
            @Nullable Instant at,
            @Nullable PresenceState shown,
            Consumer<Piece> out) {
        this.silences = silences;
        this.state = state;
        this.at = at;
        this.shown = shown;
        this.shownBy = state.correction();
        this.out = out;
    }

    /// Starts before anything happened.
    ///
    /// @param out takes the pieces, in order
    static Fold fromTheBeginning(Silences silences, Consumer<Piece> out) {
        return new Fold(silences, FoldState.INITIAL, null, null, out);
    }

    /// Takes up after everything that happened until `at`, that instant included.
    ///
    /// @param shown the state of the piece that is open there
    static Fold from(
            Silences silences,
            FoldState state,
            Instant at,
            PresenceState shown,
            Consumer<Piece> out) {
        return new Fold(silences, state, at, shown, out);
    }

    /// The whole timeline of one person.
    ///
    /// @param happenings in any order, each once
    static List<Piece> timeline(Collection<Happening> happenings, Silences silences) {
        var pieces = new ArrayList<Piece>();
        var fold = fromTheBeginning(silences, pieces::add);
        fold.applyAll(happenings.stream().sorted().toList());
        fold.finish();
        return pieces;
    }

    FoldState state() {
        return state;
    }

    /// Applies happenings in their order, everything of an instant at once: what lasted no time
    /// leaves no trace.
    void applyAll(List<Happening> sorted) {
        for (int i = 0; i < sorted.size(); ) {
            int end = i + 1;
            while (end < sorted.size() && sorted.get(end).time().equals(sorted.get(i).time())) {
                end++;
            }
            apply(sorted.subList(i, end));
            i = end;
        }
    }

    /// Applies everything that happened at one instant, later than what was applied so far.
    void apply(List<Happening> instant) {
        var time = instant.getFirst().time();
        silencesBefore(time);
        var before = state;
        for (var happening : instant) {
            state = state.after(happening);
        }
        if (before.origin() != null && before.reported().equals(state.reported())) {
            state = state.withOrigin(before.origin());
        }
        show(time);
    }

    /// Draws the silences after the last happening.
    void finish() {
        silencesBefore(null);
    }

    private void silencesBefore(@Nullable Instant time) {
        while (at != null) {
            var edge = silences.edge(state.speaker(), at, time);
            if (edge == null) {
                return;
            }
            show(edge);
        }
    }

    /// A corrected span is a piece of its own, also where it says what was reported next to it: it
    /// has another cause. What was corrected is known, whether the feed was silent or not.
    private void show(Instant time) {
        at = time;
        var correction = state.correction();
        boolean silent = correction == null && silences.covers(state.speaker(), time);
        var next = silent ? PresenceState.UNKNOWN : state.held();
        if (next.equals(shown) && Objects.equals(correction, shownBy)) {
            return;
        }
        shown = next;
        shownBy = correction;
        var cause = state.cause();
        var origin = silent || cause == null ? Origin.silenceOf(state.speaker()) : cause;
        out.accept(new Piece(time, next, origin, state.onCall(), state));
    }
}
