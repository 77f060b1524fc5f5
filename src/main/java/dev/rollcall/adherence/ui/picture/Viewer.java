package dev.rollcall.adherence.ui.picture;

import dev.rollcall.people.AgentId;
import java.util.Set;

/// Somebody who looks at a picture. Told on a thread of the picture's: it returns at once, and
/// looks for itself when it is ready.
public interface Viewer {

    /// Whether any of these people is seen right now.
    boolean sees(Set<AgentId> agents);

    /// Something it sees is different.
    void changed();

    /// All is well, whether anything changed or not.
    void beat();
}
