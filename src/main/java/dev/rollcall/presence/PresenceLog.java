package dev.rollcall.presence;

import dev.rollcall.audit.Actor;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one way in. Everything that says what somebody is doing (a feed, the agent's menu, a
/// supervisor) is an event appended here; timelines follow from the log alone.
public interface PresenceLog {

    /// Appends events in one transaction and rebuilds the stretches of timeline they touch. Answers
    /// after the commit, one result per event in the order given. One bad event does not harm its
    /// neighbours; what is rejected is kept whole in the inbox.
    ///
    /// @param scope whom the caller may speak for; others are rejected as `unknown-agent`
    List<EventResult> append(List<PresenceEvent> events, Actor by, Scope scope);

    /// Keeps an event that could not even be read as one in the inbox of rejected events.
    ///
    /// @param payload the event as it came
    EventResult reject(
            @Nullable String source, @Nullable String id, String payload, EventProblem why);

    /// Sets somebody's status now, in the caller's name.
    ///
    /// @param currentUnit the unit they clock in to; null leaves it as it is
    EventResult setStatus(
            dev.rollcall.people.AgentId agent,
            PresenceState state,
            @Nullable String note,
            @Nullable UnitId currentUnit,
            Actor by);
}
