package dev.rollcall.adherence.engine;

import dev.rollcall.adherence.engine.LiveState.State;
import dev.rollcall.adherence.engine.Rules.Unmapped;
import dev.rollcall.adherence.engine.SlowOracle.Second;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A second opinion on the live state: walks through a day second by second and remembers nothing
/// but since when the person is out and whether the flag is up.
final class SlowLive {

    /// The state in one second.
    ///
    /// @param since when this state began, or this unbroken stretch of OUT time, in seconds
    record Moment(Second second, State state, long since) {

        Instant at() {
            return Instant.ofEpochSecond(second.at());
        }

        @Nullable Piece scheduled() {
            return second.piece();
        }
    }

    private final SlowOracle oracle;
    private final Rules rules;
    private final List<Moment> moments = new ArrayList<>();

    SlowLive(RawDay day) {
        this.oracle = new SlowOracle(day);
        this.rules = day.rules();
        walk();
    }

    List<Moment> moments() {
        return moments;
    }

    /// The first second after `index` in which the state, or what is scheduled, is another; the end
    /// of what is judged when there is none.
    Instant changesAfter(int index) {
        var now = moments.get(index);
        for (var later : moments.subList(index, moments.size())) {
            if (later.state() != now.state()
                    || !Objects.equals(later.scheduled(), now.scheduled())) {
                return later.at();
            }
        }
        return Instant.ofEpochSecond(oracle.until());
    }

    private void walk() {
        boolean out = false;
        boolean flagged = false;
        State before = null;
        long since = 0;
        for (var second : oracle.seconds()) {
            State state;
            if (second.isAccused()) {
                if (!out) {
                    since = second.at();
                    flagged = false;
                }
                out = true;
                long lasted = second.at() - since;
                flagged = flagged || isFlagged(second, lasted);
                state = !flagged ? State.GRACE : isSevere(lasted) ? State.SEVERE : State.OUT;
            } else {
                out = false;
                state = calm(second);
                if (state != before) {
                    since = second.at();
                }
            }
            moments.add(new Moment(second, state, since));
            before = state;
        }
    }

    private boolean isFlagged(Second second, long lasted) {
        var piece = second.piece();
        if (piece == null) {
            return true;
        }
        return lasted >= patience(rules.graceOf(piece.activity())).toSeconds()
                && !oracle.isInWindow(second.at(), piece);
    }

    private static Duration patience(Grace grace) {
        return switch (grace) {
            case Grace.None _, Grace.Boundary _ -> Duration.ZERO;
            case Grace.MinimumException(var duration) -> duration;
            case Grace.AlarmOnly(var duration) -> duration;
        };
    }

    private boolean isSevere(long lasted) {
        return lasted >= rules.severe().toSeconds();
    }

    private State calm(Second second) {
        if (second.isOut()) {
            return State.IN; // excused
        }
        if (second.presence().equals("UNKNOWN")) {
            return State.UNKNOWN; // inside the schedule or not
        }
        if (second.piece() == null) {
            return State.NOT_SCHEDULED;
        }
        boolean undecided = second.unmapped() && rules.unmapped() == Unmapped.NEUTRAL;
        return undecided ? State.UNKNOWN : State.IN;
    }
}
