package dev.rollcall.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An interaction as another system tells it.
///
/// @param source where it comes from; with `id` its identity
/// @param version grows with each correction; only the newest counts
/// @param agent who handled it, by external id
/// @param zone where its local time is meant; null: the agent's
/// @param length from the first word to the last; null: not told
/// @param answer how long the customer waited to be answered; null: not told
/// @param transferredTo to whom it was handed over, in order
/// @param customer how the source refers to the customer, never a name; null: it does not
/// @param link to the recording or transcript where it is kept, https; null: none
/// @param reason why the customer came; null: not told
public record ToldInteraction(
        String source,
        String id,
        long version,
        String agent,
        Medium channel,
        Instant startedAt,
        @Nullable ZoneId zone,
        @Nullable Duration length,
        @Nullable Duration answer,
        List<String> transferredTo,
        @Nullable String customer,
        @Nullable String link,
        @Nullable String reason) {

    public ToldInteraction {
        transferredTo = List.copyOf(transferredTo);
    }
}
