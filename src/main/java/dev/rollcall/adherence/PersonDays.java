package dev.rollcall.adherence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person's working day in full, and those before it.
///
/// @param before the latest first; those on which anything was scheduled
/// @param explained why the instant that was asked about counts as it does; null: none was
public record PersonDays(
        PersonTimeline day, List<PersonTimeline> before, @Nullable MinuteExplained explained) {

    public PersonDays {
        before = List.copyOf(before);
    }
}
