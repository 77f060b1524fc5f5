package dev.rollcall.adherence.ui.picture;

import dev.rollcall.adherence.floor.Ghosting;
import dev.rollcall.people.AgentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All a row says, in words: made once, shown on many screens.
///
/// @param texts one for each [RowText], in that order; empty where there is nothing to say
/// @param sequence of the row it was made of
/// @param ghosting why somebody might be worth a look, as it was known then
public record RowImage(
        AgentId agent, List<String> texts, long sequence, @Nullable Ghosting ghosting) {

    public RowImage {
        texts = List.copyOf(texts);
    }

    /// Somebody who has left the viewer's scope while their row stands still.
    static RowImage gone(AgentId agent) {
        return new RowImage(
                agent, java.util.Collections.nCopies(RowText.values().length, ""), -1, null);
    }
}
