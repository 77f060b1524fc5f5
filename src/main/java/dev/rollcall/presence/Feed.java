package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a source is: what it last said, how late it speaks, and who depends on it.
///
/// @param source its name
/// @param lastEvent when the latest thing it told of happened, null: it never told of anything
/// @param lastHeartbeat its latest sign of life that said nothing else, null: it sends none
/// @param intervalSeconds how often it promised such a sign, null: it never did
/// @param lag how long its latest events took from happening to arriving, the median; null without
///   events
/// @param ahead how far its clock ran ahead in its latest events, zero when it did not
/// @param eventsLastHour what happened in the last hour
/// @param rejectedLastDay what it sent in the last 24 hours that was not accepted
/// @param people those it last spoke for: while it is stale they are unknown
public record Feed(
        String source,
        State state,
        @Nullable Instant lastEvent,
        @Nullable Instant lastHeartbeat,
        @Nullable Integer intervalSeconds,
        @Nullable Duration lag,
        Duration ahead,
        int eventsLastHour,
        int rejectedLastDay,
        List<AgentId> people) {

    public Feed {
        people = List.copyOf(people);
    }

    /// How a source is, in a word.
    public enum State {
        /// It promised signs of life and does not give them: its people are unknown.
        STALE,
        /// Whatever it sent was rejected.
        NEVER_HEARD,
        /// It has told of nothing for an hour, and nothing says that it is broken.
        QUIET,
        /// It tells of things as they happen.
        LIVE
    }

    /// When it last gave any sign of life; null: never.
    public @Nullable Instant lastSign() {
        if (lastEvent == null || lastHeartbeat == null) {
            return lastEvent == null ? lastHeartbeat : lastEvent;
        }
        return lastEvent.isAfter(lastHeartbeat) ? lastEvent : lastHeartbeat;
    }
}
