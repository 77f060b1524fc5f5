package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Reads timelines: gap-free segments, folded from the log. Callers have decided already whose they
/// may read.
public interface Timelines {

    /// The segments that overlap a span, in order, uncut. Before the first event of a person there
    /// is none: they are AWAY.
    List<PresenceSegment> of(AgentId agent, TimeSpan span);

    /// The same for many people in one go; everybody asked for has an entry.
    Map<AgentId, List<PresenceSegment>> of(Collection<AgentId> agents, TimeSpan span);
}
