package dev.rollcall.security;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whoever is asking: a person who signed in, a program with a token, or Rollcall itself. What they
/// may do is looked up at each question, so a changed role counts at once.
public interface Viewer {

    Actor actor();

    /// The agent this person is, when they are one.
    Optional<AgentId> agent();

    /// The roles they have, by name; programs and jobs have none.
    List<Role> roles();

    /// What the token may be used for; nothing for people and jobs, who come in by other doors.
    default Set<TokenScope> tokenScopes() {
        return Set.of();
    }

    boolean may(Permission permission);

    /// Whom the viewer may see or act on with a permission: nobody without it.
    Scope scope(Permission permission);
}
