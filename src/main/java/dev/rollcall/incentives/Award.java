package dev.rollcall.incentives;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.UnitId;
import java.time.Instant;

/// What one person got in a period of a scheme, and why; nothing is an answer, too.
///
/// @param revision 1, and one more each time other figures were found
public record Award(
        long run,
        AgentId agent,
        int revision,
        UnitId unit,
        long points,
        Reason reason,
        Instant madeAt) {}
