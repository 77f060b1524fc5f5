package dev.rollcall.security;

import dev.rollcall.people.AgentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in.
///
/// @param email how they sign in; capitals make no difference
/// @param agent the agent they are, null when they are none
/// @param enabled false: they cannot sign in, and whoever was signed in no longer is
/// @param hasPassword false: they were invited and have not chosen one yet
/// @param version counts the changes; guards against overwriting another's edit
public record User(
        UserId id,
        String email,
        String name,
        @Nullable AgentId agent,
        boolean enabled,
        Set<Assignment> assignments,
        boolean hasPassword,
        long version) {

    public User {
        assignments = Set.copyOf(assignments);
    }

    /// What they are now, to change something of it.
    public UserDraft asDraft() {
        return new UserDraft(email, name, agent, enabled, assignments);
    }
}
