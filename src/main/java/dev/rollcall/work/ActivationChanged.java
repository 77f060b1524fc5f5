package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import org.jspecify.annotations.Nullable;

/// Somebody was made active or inactive in a group. Published after the commit, in memory.
///
/// @param by the name of whoever did it
/// @param bySomebodyElse whether it was not the person themselves
/// @param reason why, in the words of whoever did it; null: they did not say
public record ActivationChanged(
        AgentId agent,
        GroupId group,
        boolean active,
        String by,
        boolean bySomebodyElse,
        @Nullable String reason) {}
