package dev.rollcall.work;

import dev.rollcall.people.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A group that handles live chats, as it stands now.
///
/// @param open whether it handles work now
/// @param members how many belong to it
/// @param active how many of them are active in it
/// @param available how many of these may be given a chat of it now
/// @param freePlaces how many chats they could take together
/// @param chats how many chats its members have
/// @param waiting how many chats wait
/// @param longestWait since when the first of them waits; null when none does
public record ChatGroup(
        Group group,
        boolean open,
        int members,
        int active,
        int available,
        int freePlaces,
        int chats,
        int waiting,
        @Nullable Instant longestWait) {}
