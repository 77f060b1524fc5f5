package dev.rollcall.security;

import dev.rollcall.people.AgentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who is to become a user; checked when saved.
///
/// @param password at least 12 characters, at most 72 bytes
/// @param agent the agent they are, null when they are none
public record NewUser(
        String email,
        String name,
        String password,
        @Nullable AgentId agent,
        Set<Assignment> assignments) {

    @Override
    public String toString() {
        return "NewUser[…]";
    }
}
