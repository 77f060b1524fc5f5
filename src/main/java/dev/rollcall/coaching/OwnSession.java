package dev.rollcall.coaching;

import java.util.List;

/// A session as the person has it. There is no way from here to what coaches note for themselves.
///
/// @param session with nobody else who takes part
public record OwnSession(
        Session session, List<Goal> goals, List<ActionItem> actions, List<Material> materials) {

    public OwnSession {
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
        materials = List.copyOf(materials);
    }

    public Participant self() {
        return session.participants().getFirst();
    }
}
