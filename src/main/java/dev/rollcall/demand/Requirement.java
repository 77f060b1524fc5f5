package dev.rollcall.demand;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How many heads a half hour needs on the plan, and why.
///
/// @param expected what is expected to come, null when only heads were imported
/// @param basis where the number comes from
public record Requirement(
        Instant start, int heads, @Nullable Volume expected, Assumptions assumptions, Basis basis) {

    /// Where a number of heads comes from.
    public sealed interface Basis {}

    /// Somebody decided it.
    public record Imported() implements Basis {}

    /// Calls or chats that wait for somebody.
    ///
    /// @param erlangs the traffic
    /// @param places how many contacts can be handled at once: heads at work times concurrency
    /// @param working heads at work
    /// @param serviceLevel the share answered in time with so many
    /// @param answer how long a contact waits on average with so many
    /// @param occupancy the share of time in which places are busy
    /// @param forOccupancy whether fewer would keep the promise, and would be too busy
    public record Queue(
            double erlangs,
            int places,
            int working,
            Share serviceLevel,
            Duration answer,
            Share occupancy,
            boolean forOccupancy)
            implements Basis {}

    /// Tickets that may wait for hours.
    ///
    /// @param work how much of the work of these hours falls on this half hour
    /// @param working heads at work
    public record Backlog(Duration work, int working) implements Basis {}
}
