package dev.rollcall.adherence.acting;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an act is about: some people and, where one is meant, a deviation of theirs.
///
/// @param people at least one
/// @param span when they were out; null: nothing is said of it
/// @param goesOn whether somebody among them is still out: the span ends now, and is not over
/// @param own of several people, when each of them was out; who is not in it has not been
/// @param zone in which whoever acts reads times
/// @param done told when something was done: the page reads again
public record Matter(
        Set<AgentId> people,
        @Nullable TimeSpan span,
        boolean goesOn,
        Map<AgentId, TimeSpan> own,
        ZoneId zone,
        Runnable done) {

    public Matter {
        people = Set.copyOf(people);
        own = Map.copyOf(own);
    }

    /// About people of whom only the time all of it happened in is known.
    public Matter(
            Set<AgentId> people,
            @Nullable TimeSpan span,
            boolean goesOn,
            ZoneId zone,
            Runnable done) {
        this(people, span, goesOn, Map.of(), zone, done);
    }
}
