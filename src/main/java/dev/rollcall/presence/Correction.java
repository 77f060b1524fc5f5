package dev.rollcall.presence;

import java.util.Comparator;

/// A correction while it lasts. What the log says goes on beneath it, and comes to light again
/// where it ends.
///
/// @param sequence of two that overlap, the one decided later rules
/// @param state what the person did in truth
/// @param origin what to name as its cause
record Correction(String id, long sequence, PresenceState state, Origin origin)
        implements Comparable<Correction> {

    private static final Comparator<Correction> ORDER =
            Comparator.comparingLong(Correction::sequence).thenComparing(Correction::id);

    @Override
    public int compareTo(Correction other) {
        return ORDER.compare(this, other);
    }
}
