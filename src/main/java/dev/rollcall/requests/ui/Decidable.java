package dev.rollcall.requests.ui;

import dev.rollcall.people.AgentId;
import dev.rollcall.requests.Finding;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing that waits and somebody decides about, as it was when they read it.
///
/// @param who whose it is
/// @param approve what it says is left to do
/// @param decline given the reason; what it says is left to do
record Decidable(
        Key key,
        AgentId who,
        Supplier<List<Finding>> approve,
        Function<String, List<Finding>> decline) {

    /// Which one it is, however often it changes.
    ///
    /// @param claimer whose claim of an open shift; null: it is none
    record Key(Kind kind, long number, @Nullable AgentId claimer) {}

    enum Kind {
        TIME_OFF,
        SWAP,
        CLAIM
    }
}
