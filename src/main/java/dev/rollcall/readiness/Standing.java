package dev.rollcall.readiness;

import java.util.List;

/// How a step stands.
///
/// @param fact key of one sentence in the translations that says why, such as "12 of 14 presences
///   are mapped"
/// @param values what fills the sentence's places
/// @param ways where it is settled, the most useful first
public record Standing(State state, String fact, List<Object> values, List<Way> ways) {

    public enum State {
        /// Nothing to do.
        DONE,
        /// It works, and somebody should look at it.
        LOOK,
        /// Without it nothing works.
        OPEN
    }

    /// A way to a page; shown to whoever may open that.
    ///
    /// @param label key of what it is called in the translations
    /// @param address of a page, such as `settings/mapping`; with a query or without
    public record Way(String label, String address) {}

    public Standing {
        values = List.copyOf(values);
        ways = List.copyOf(ways);
    }

    /// @param fits whether there is nothing to do; otherwise it is worth a look
    public static State doneOrLook(boolean fits) {
        return fits ? State.DONE : State.LOOK;
    }
}
