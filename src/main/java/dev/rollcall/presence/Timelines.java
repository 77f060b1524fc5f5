package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads timelines: gap-free segments, folded from the log. Callers have decided already whose they
/// may read.
@Component
public class Timelines {

    private final TimelineStore timelines;
    private final EventStore events;

    Timelines(TimelineStore timelines, EventStore events) {
        this.timelines = timelines;
        this.events = events;
    }

    /// The segments that overlap a span, in order, uncut. Before the first event of a person there
    /// is none: they are AWAY.
    public List<PresenceSegment> of(AgentId agent, TimeSpan span) {
        return of(List.of(agent), span).getOrDefault(agent, List.of());
    }

    /// The same for many people in one go; everybody asked for has an entry.
    public Map<AgentId, List<PresenceSegment>> of(Collection<AgentId> agents, TimeSpan span) {
        return agents.isEmpty() ? Map.of() : timelines.overlapping(agents, span);
    }

    /// The unit a person clocked in to last; empty when they never chose one.
    public Optional<UnitId> lastUnit(AgentId agent) {
        return events.lastUnit(agent);
    }

    /// Work a person started in a span while they were UNAVAILABLE or AWAY, in order. It is in the
    /// log, but it changed no status.
    public List<FlaggedWork> flaggedWork(AgentId agent, TimeSpan span) {
        var before = timelines.lastBefore(timelines.head(agent), span.start());
        var state = before == null ? FoldState.INITIAL : before.piece().fold();
        var found = new ArrayList<FlaggedWork>();
        // The log is read from the start of that segment: the fold is known there.
        for (var happening :
                events.happenings(agent, before == null ? null : before.start(), span.end())) {
            if (happening.deed() instanceof Happening.WorkStarted(var item, var channel)
                    && isIdle(state.explicit().base())
                    && span.contains(happening.time())) {
                found.add(
                        new FlaggedWork(
                                item,
                                channel,
                                happening.time(),
                                state.explicit(),
                                happening.source(),
                                happening.id()));
            }
            state = state.after(happening);
        }
        return found;
    }

    private static boolean isIdle(PresenceState.Base base) {
        return base == PresenceState.Base.UNAVAILABLE || base == PresenceState.Base.AWAY;
    }

    /// Work that started while nobody expected any.
    ///
    /// @param during what the person was said to do then
    public record FlaggedWork(
            String workItem,
            Channel channel,
            Instant at,
            PresenceState during,
            String source,
            String eventId) {}
}
