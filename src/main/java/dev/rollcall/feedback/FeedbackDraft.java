package dev.rollcall.feedback;

import dev.rollcall.people.AgentId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody is about to say to somebody.
///
/// @param next what to do next; empty for nothing
/// @param tags codes of offered ones, three at most
/// @param about null: of nothing that is kept
public record FeedbackDraft(
        AgentId to, Kind kind, String said, String next, Set<String> tags, @Nullable About about) {

    public FeedbackDraft {
        tags = Set.copyOf(tags);
    }
}
