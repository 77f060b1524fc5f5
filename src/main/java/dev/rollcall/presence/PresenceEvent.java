package dev.rollcall.presence;

import dev.rollcall.people.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a source reports. `(source, id)` is its identity: sent twice, it counts once.
public sealed interface PresenceEvent extends LogEvent {

    /// Who reports it, for example `/telephony/site-1`.
    @Override
    String source();

    /// The event's id, unique within its source.
    @Override
    String id();

    /// When it happened, by the source's clock.
    @Override
    Instant time();

    /// Orders the source's events of one instant; null when the source gives none.
    @Override
    @Nullable Long sequence();

    /// A person's status was set; it holds until the next one.
    ///
    /// @param subject the person's external id
    /// @param state the status; never UNKNOWN
    /// @param note free text, personal; kept apart and erasable
    record StatusChanged(
            String source,
            String id,
            String subject,
            Instant time,
            @Nullable Long sequence,
            PresenceState state,
            @Nullable String note)
            implements PresenceEvent {}

    /// A person started to work on an item.
    record WorkStarted(
            String source,
            String id,
            String subject,
            Instant time,
            @Nullable Long sequence,
            String workItem,
            Channel channel,
            @Nullable String group)
            implements PresenceEvent {}

    /// A person stopped working on an item.
    record WorkEnded(
            String source,
            String id,
            String subject,
            Instant time,
            @Nullable Long sequence,
            String workItem,
            Channel channel,
            @Nullable String group)
            implements PresenceEvent {}

    /// The source is alive and promises another sign within the interval.
    ///
    /// @param intervalSeconds positive
    record Heartbeat(
            String source, String id, Instant time, @Nullable Long sequence, int intervalSeconds)
            implements PresenceEvent {}
}
