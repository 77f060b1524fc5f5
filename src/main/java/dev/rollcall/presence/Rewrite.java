package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import java.time.Instant;
import java.util.List;

/// What has to change in the stored timeline of one person.
///
/// @param from where the stretch begins
/// @param to where the timeline is as it was again, [Silence#OPEN] when it changes to its end
/// @param dropped the finished segments that go, in order
/// @param added the finished segments that come, in order
/// @param head where the timeline ends now, the open segment included
record Rewrite(Instant from, Instant to, List<Lasting> dropped, List<Lasting> added, Head head) {

    AgentId agent() {
        return head.agent();
    }

    /// A piece that ends, or the one that does not.
    ///
    /// @param end [Silence#OPEN] while it goes on
    record Lasting(Piece piece, Instant end) {

        Instant start() {
            return piece.start();
        }

        boolean isOpen() {
            return end.equals(Silence.OPEN);
        }
    }
}
