package dev.rollcall.adherence.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the presences of one day mean. People come back to the same few over and over; each is
/// looked up in the rules once, and once more in each piece of the schedule.
final class Kinds {

    private static final int NOWHERE = Sweep.OUTSIDE - 1;

    private final Rules rules;
    private String[] presences = new String[8];
    private boolean[] working = new boolean[8];
    private boolean[] unknown = new boolean[8];
    private int count;

    private Verdict[] judged = new Verdict[8];

    /// The piece each was judged in last.
    private int[] judgedIn = new int[8];

    Kinds(Rules rules) {
        this.rules = rules;
    }

    /// The number of a presence, from 0 on.
    int of(String presence) {
        for (int kind = 0; kind < count; kind++) {
            if (presences[kind].equals(presence)) {
                return kind;
            }
        }
        if (count == presences.length) {
            presences = Arrays.copyOf(presences, 2 * count);
            working = Arrays.copyOf(working, 2 * count);
            unknown = Arrays.copyOf(unknown, 2 * count);
            judged = Arrays.copyOf(judged, 2 * count);
            judgedIn = Arrays.copyOf(judgedIn, 2 * count);
        }
        presences[count] = presence;
        working[count] = rules.isWorking(presence);
        unknown[count] = Rules.isUnknown(presence);
        judgedIn[count] = NOWHERE;
        return count++;
    }

    int count() {
        return count;
    }

    String presence(int kind) {
        return presences[kind];
    }

    /// Whether the person works, whatever was planned.
    boolean isWorking(int kind) {
        return working[kind];
    }

    /// The verdict on a presence in a piece of the schedule.
    ///
    /// @param place the piece's index, or [Sweep#OUTSIDE]; quick for one after the other
    /// @param piece null outside every entry
    Verdict verdict(int kind, int place, @Nullable Piece piece) {
        if (judgedIn[kind] != place) {
            judgedIn[kind] = place;
            judged[kind] = judge(kind, piece);
        }
        return judged[kind];
    }

    private Verdict judge(int kind, @Nullable Piece piece) {
        if (unknown[kind]) {
            return Verdict.NEUTRAL;
        }
        if (piece == null) {
            return working[kind] && rules.unscheduled() == Rules.Unscheduled.EXCEPTION
                    ? Verdict.OUT
                    : Verdict.NEUTRAL;
        }
        return rules.mapping().verdict(piece.activity(), presences[kind]);
    }
}
