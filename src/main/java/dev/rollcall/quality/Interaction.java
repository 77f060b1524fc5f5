package dev.rollcall.quality;

import dev.rollcall.people.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interaction with a customer that can be scored.
///
/// @param number what addresses call it
/// @param agent who handled it
/// @param zone its local time is meant in
/// @param observed whether somebody listened in and wrote it down, rather than a system
public record Interaction(
        long number,
        String source,
        String id,
        long version,
        AgentId agent,
        Medium channel,
        Instant startedAt,
        ZoneId zone,
        @Nullable Duration length,
        @Nullable Duration answer,
        int transfers,
        List<String> transferredTo,
        @Nullable String customer,
        @Nullable String link,
        @Nullable String reason,
        boolean observed) {

    public Interaction {
        transferredTo = List.copyOf(transferredTo);
    }
}
