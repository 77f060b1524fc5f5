package dev.rollcall.people;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person whose working day Rollcall shows.
///
/// @param externalId what the telephony, HR or CRM system calls them; unique
/// @param unit the home unit
/// @param mayWorkIn other units they may clock in to
/// @param ownZone their own zone, null when it is the home unit's
/// @param zone the zone their days are meant in: their own, else the home unit's
/// @param tracked whether attendance is tracked; null: as the groups chosen in the settings say
/// @param version counts the changes; guards against overwriting another's edit
public record Agent(
        AgentId id,
        String externalId,
        String name,
        @Nullable String email,
        UnitId unit,
        Set<UnitId> mayWorkIn,
        Set<GroupId> groups,
        @Nullable ZoneId ownZone,
        ZoneId zone,
        @Nullable Boolean tracked,
        long version) {

    public Agent {
        mayWorkIn = Set.copyOf(mayWorkIn);
        groups = Set.copyOf(groups);
    }
}
