package dev.rollcall.work;

import dev.rollcall.presence.PresenceState;
import java.util.Collection;

/// Whether work may be given to somebody without their asking for it, and if not, why. Whether they
/// are active in a group is another question: it takes both.
public enum Availability {
    AVAILABLE,
    /// Not clocked in.
    AWAY,
    /// Clocked in and not ready; the status says why.
    UNAVAILABLE,
    /// Nothing is heard from whoever speaks for them.
    UNKNOWN,
    /// A call takes them out of assignment while it lasts.
    ON_A_CALL,
    /// None of their groups handles work at this hour.
    OUTSIDE_HOURS,
    /// They have as many items as they may have at once.
    AT_LIMIT,
    /// They belong to no group that handles work.
    NO_GROUPS;

    /// One of somebody's groups, as it stands now.
    ///
    /// @param open whether it handles work now
    /// @param full whether they have as many items as they may have of it
    record Chance(boolean open, boolean full) {}

    /// Pure. Names first what keeps everything away, then what keeps most of it away.
    ///
    /// @param chances the groups that count: those they are active in, or all when there is none
    static Availability of(PresenceState.Base status, boolean onCall, Collection<Chance> chances) {
        if (chances.isEmpty()) {
            return NO_GROUPS;
        }
        var byStatus =
                switch (status) {
                    case AWAY -> AWAY;
                    case UNAVAILABLE -> UNAVAILABLE;
                    case UNKNOWN -> UNKNOWN;
                    case AVAILABLE, ACTIVE -> AVAILABLE;
                };
        if (byStatus != AVAILABLE) {
            return byStatus;
        }
        if (onCall) {
            return ON_A_CALL;
        }
        if (chances.stream().anyMatch(chance -> chance.open() && !chance.full())) {
            return AVAILABLE;
        }
        return chances.stream().anyMatch(Chance::open) ? AT_LIMIT : OUTSIDE_HOURS;
    }
}
