package dev.rollcall.excuses;

import dev.rollcall.adherence.Excusal;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stretch of time for which being out is excused, for one person, some, or many at once.
///
/// @param unit of an incident in a unit, otherwise null
/// @param group of an incident in a group, otherwise null
/// @param people whom it covers when it is for people by name; empty for an incident
/// @param covered how many people it covers
/// @param span ends far away while it goes on
/// @param reason the code of its reason
/// @param note what was said besides, empty for nothing
/// @param explanation the number of what somebody explained, that it grants; null: nothing
/// @param endedAt when somebody said when it ends, null: it was known from the start, or is not yet
/// @param takenBackAt null: it holds
/// @param version counts the changes; guards against two who act at once
public record Excuse(
        long number,
        Reach reach,
        @Nullable UnitId unit,
        @Nullable GroupId group,
        Set<AgentId> people,
        int covered,
        TimeSpan span,
        String reason,
        String note,
        @Nullable Long explanation,
        String givenBy,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Nullable String takenBackBy,
        @Nullable Instant takenBackAt,
        long version) {

    public Excuse {
        people = Set.copyOf(people);
    }

    /// Whether nobody has said yet when it ends.
    public boolean goesOn() {
        return span.end().equals(Excusal.OPEN);
    }

    /// Whether it was not taken back.
    public boolean holds() {
        return takenBackAt == null;
    }
}
