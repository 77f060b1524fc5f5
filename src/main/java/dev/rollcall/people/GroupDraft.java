package dev.rollcall.people;

import org.jspecify.annotations.Nullable;

/// What somebody wants a group to be; checked when it is saved.
///
/// @param unit the code of its unit
/// @param department the code of its department; null leaves it as it is, empty takes the group out
/// @param channel the name of a [Channel]; null leaves it as it is (`TEAM` when the group is new)
public record GroupDraft(
        @Nullable String name,
        @Nullable String unit,
        @Nullable String department,
        @Nullable String channel) {}
