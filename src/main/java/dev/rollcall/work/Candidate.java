package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.presence.PresenceState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody who might be given an item of a group they belong to.
///
/// @param active whether they are active in that group
/// @param status what they do now
/// @param onCall whether a call lasts
/// @param load how many items of the item's channel they have
/// @param limit how many of these they may have
/// @param loadOfGroup how many items of that group they have
/// @param limitOfGroup how many of these they may have; null: any number
/// @param idleSince since when nothing was given to them that they could have worked on: their last
///   item's end, the last one given to them, or when they became available, whichever came last
record Candidate(
        AgentId agent,
        boolean active,
        PresenceState.Base status,
        boolean onCall,
        int load,
        int limit,
        int loadOfGroup,
        @Nullable Integer limitOfGroup,
        Instant idleSince) {

    /// Why nothing is given to them without being asked for; empty: it may be.
    Optional<Barrier> barrier(Channel channel) {
        if (!active) {
            return Optional.of(Barrier.INACTIVE);
        }
        if (status != PresenceState.Base.AVAILABLE && status != PresenceState.Base.ACTIVE) {
            return Optional.of(Barrier.NOT_AVAILABLE);
        }
        if (onCall) {
            return Optional.of(Barrier.ON_A_CALL);
        }
        return isFull(channel) ? Optional.of(Barrier.AT_LIMIT) : Optional.empty();
    }

    /// Whether they have as much as they may have at once, whatever else keeps work from them.
    boolean isFull(Channel channel) {
        // Who takes a call does nothing else meanwhile.
        return channel == Channel.CALL && status == PresenceState.Base.ACTIVE || room() <= 0;
    }

    /// How many more items they may be given now.
    int freePlaces(Channel channel) {
        return barrier(channel).isPresent() ? 0 : room();
    }

    private int room() {
        int room = limit - load;
        return limitOfGroup == null ? room : Math.min(room, limitOfGroup - loadOfGroup);
    }
}
