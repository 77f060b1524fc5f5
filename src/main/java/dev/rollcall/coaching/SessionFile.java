package dev.rollcall.coaching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All about a session, for whoever coaches.
///
/// @param privateNote what the caller noted for themselves; null: nothing
public record SessionFile(
        Session session,
        List<Goal> goals,
        List<ActionItem> actions,
        List<Material> materials,
        @Nullable String privateNote) {

    public SessionFile {
        goals = List.copyOf(goals);
        actions = List.copyOf(actions);
        materials = List.copyOf(materials);
    }
}
