package dev.rollcall.work;

import dev.rollcall.people.Group;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A group that handles work, as it stands now: who is there for how much of it, and what waits.
///
/// @param open whether it handles work now
/// @param members how many belong to it
/// @param active how many of them are active in it
/// @param available how many of these may be given an item of it now
/// @param freePlaces how many items they could take together
/// @param held how many of its items its members have
/// @param working how many of its items somebody works on
/// @param waiting how many items wait
/// @param longestWait since when the first of them waits; null when none does
public record GroupStanding(
        Group group,
        boolean open,
        int members,
        int active,
        int available,
        int freePlaces,
        int held,
        int working,
        int waiting,
        @Nullable Instant longestWait) {

    /// Whether somebody waits and nobody could be given it, though the group handles work now.
    public boolean isStuck() {
        return open && waiting > 0 && freePlaces == 0;
    }
}
