package dev.rollcall.excuses;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An excuse as somebody wants to give it.
///
/// @param unit of an incident in a unit, otherwise null
/// @param group of an incident in a group, otherwise null
/// @param until null: nobody knows yet
/// @param reason the code of a reason on offer
/// @param note empty for none
public record ExcuseDraft(
        Reach reach,
        Set<AgentId> people,
        @Nullable UnitId unit,
        @Nullable GroupId group,
        Instant from,
        @Nullable Instant until,
        String reason,
        String note) {

    public ExcuseDraft {
        people = Set.copyOf(people);
        note = note.strip();
    }

    /// For people by name.
    public static ExcuseDraft of(
            Set<AgentId> people,
            Instant from,
            @Nullable Instant until,
            String reason,
            String note) {
        return new ExcuseDraft(Reach.PEOPLE, people, null, null, from, until, reason, note);
    }

    /// For a unit with everything below it.
    public static ExcuseDraft in(
            UnitId unit, Instant from, @Nullable Instant until, String reason, String note) {
        return new ExcuseDraft(Reach.UNIT, Set.of(), unit, null, from, until, reason, note);
    }

    /// For a group.
    public static ExcuseDraft in(
            GroupId group, Instant from, @Nullable Instant until, String reason, String note) {
        return new ExcuseDraft(Reach.GROUP, Set.of(), null, group, from, until, reason, note);
    }

    /// For everybody.
    public static ExcuseDraft forEverybody(
            Instant from, @Nullable Instant until, String reason, String note) {
        return new ExcuseDraft(Reach.EVERYBODY, Set.of(), null, null, from, until, reason, note);
    }
}
