package dev.rollcall.demand;

import dev.rollcall.people.GroupId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How many heads some groups need may be another number now. Published inside the writing
/// transaction; listen after commit and read again.
///
/// @param from the first half hour it concerns
/// @param until the first instant it does not concern, null when it has no end
public record RequirementsChanged(Set<GroupId> groups, Instant from, @Nullable Instant until) {

    public RequirementsChanged {
        groups = Set.copyOf(groups);
    }

    public boolean concerns(TimeSpan span) {
        return span.end().isAfter(from) && (until == null || span.start().isBefore(until));
    }
}
