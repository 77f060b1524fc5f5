package dev.rollcall.adherence;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where adherence reads what people are excused for. Whoever keeps excuses has a bean of this type
/// and publishes [ExcusesChanged] inside the transaction of each change. Asked for many people in
/// one go; callers have decided already whose they may read.
public interface Excusals {

    /// What holds now and touches a span, in any order; who has none may be missing.
    Map<AgentId, List<Excusal>> of(Collection<AgentId> people, TimeSpan span);

    /// What held at an instant of our clock and touches a span; who had none may be missing.
    Map<AgentId, List<Excusal>> asKnownAt(
            Collection<AgentId> people, TimeSpan span, Instant instant);

    /// Those of some people of whom what touches a span was given, ended or taken back later than
    /// an instant.
    Set<AgentId> changedAfter(Collection<AgentId> people, TimeSpan span, Instant instant);
}
