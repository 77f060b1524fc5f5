package dev.rollcall.planner;

import dev.rollcall.people.AgentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the wishes of people come from. Implemented by whoever keeps them; without one nobody has
/// any.
public interface Wishes {

    /// What each of some people would like; who has no wishes may be left out.
    Map<AgentId, List<Wish>> of(Collection<AgentId> people);
}
