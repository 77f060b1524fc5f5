package dev.rollcall.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody wants an agent to be; checked when it is saved.
///
/// @param unit the code of the home unit
/// @param mayWorkIn the codes of other units they may clock in to; null: none
/// @param groups the codes of their groups; null: none
/// @param zone an IANA zone, null when it is the home unit's
/// @param tracked whether attendance is tracked; null: as the groups chosen in the settings say
public record AgentDraft(
        @Nullable String name,
        @Nullable String email,
        @Nullable String unit,
        @Nullable Set<String> mayWorkIn,
        @Nullable Set<String> groups,
        @Nullable String zone,
        @Nullable Boolean tracked) {}
