package dev.rollcall.security;

import dev.rollcall.people.AgentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody wants a user to be; checked when saved.
///
/// @param agent the agent they are, null when they are none
/// @param enabled false ends their sessions at once
public record UserDraft(
        String email,
        String name,
        @Nullable AgentId agent,
        boolean enabled,
        Set<Assignment> assignments) {}
