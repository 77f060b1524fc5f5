package dev.rollcall.work;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Channel;
import dev.rollcall.people.Group;
import dev.rollcall.presence.PresenceState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How somebody stands with the work of their groups: what they do, whether they may be given any,
/// where they are active, and what they have.
///
/// @param status what they do now
/// @param topic what they are about, by name; null when that has none
/// @param since since when; null when nothing was ever heard of them
/// @param expectedReturn when they said they mean to be back; null when they did not
/// @param changedBy the name of whoever set it by hand; null when a feed reported it
/// @param onCall whether a call lasts
/// @param seats the groups they belong to that handle work, by name
/// @param tickets how many tickets they have
/// @param ticketLimit how many they may have at once
/// @param chats how many chats they have
/// @param chatLimit how many they may have at once
public record AgentStanding(
        Agent agent,
        PresenceState status,
        @Nullable String topic,
        @Nullable Instant since,
        @Nullable Instant expectedReturn,
        @Nullable String changedBy,
        boolean onCall,
        Availability availability,
        List<Seat> seats,
        int tickets,
        int ticketLimit,
        int chats,
        int chatLimit) {

    public AgentStanding {
        seats = List.copyOf(seats);
    }

    /// Somebody's place in one of their groups.
    ///
    /// @param open whether the group handles work now
    /// @param full whether they have as many of its items as they may have
    /// @param inactive why and since when they are not active in it; null: they are
    public record Seat(Group group, boolean open, boolean full, @Nullable Inactivity inactive) {

        public boolean isActive() {
            return inactive == null;
        }
    }

    /// Whether they are active in one group at least: nothing is assigned to others.
    public boolean isActive() {
        return seats.stream().anyMatch(Seat::isActive);
    }

    /// Their groups of a channel.
    public List<Seat> seats(Channel channel) {
        return seats.stream().filter(seat -> seat.group().channel() == channel).toList();
    }
}
