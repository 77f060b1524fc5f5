package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.Rewrite.Lasting;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads timelines: gap-free segments, folded from the log. Callers have decided already whose they
/// may read.
@Component
public class Timelines {

    private static final Duration RUN_UP = Duration.ofDays(1);

    /// Over a long weekend people are the same, and are read together all the same.
    private static final Duration LONG_WEEKEND = Duration.ofDays(4);

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final TimelineStore timelines;
    private final EventStore events;
    private final ClockOutReasons clockOutReasons;
    private final CorrectionTimes correctionTimes;

    Timelines(
            TimelineStore timelines,
            EventStore events,
            ClockOutReasons clockOutReasons,
            CorrectionTimes correctionTimes) {
        this.timelines = timelines;
        this.events = events;
        this.clockOutReasons = clockOutReasons;
        this.correctionTimes = correctionTimes;
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

    /// The same without where segments came from: source, event and name are null. For figures over
    /// many people and days, at a third of the price.
    public Map<AgentId, List<PresenceSegment>> statesOf(Collection<AgentId> agents, TimeSpan span) {
        return agents.isEmpty() ? Map.of() : timelines.statesOverlapping(agents, span);
    }

    /// A person's timeline as it was known at an instant of our clock: folded again from what had
    /// been told by then. What went before the day before the span is taken as it is known today,
    /// and so is when sources were silent.
    public List<PresenceSegment> asKnownAt(AgentId agent, TimeSpan span, Instant knownAt) {
        return asKnownAt(List.of(agent), span, knownAt).getOrDefault(agent, List.of());
    }

    /// The same for several people in one go; everybody asked for has an entry.
    public Map<AgentId, List<PresenceSegment>> asKnownAt(
            Collection<AgentId> agents, TimeSpan span, Instant knownAt) {
        var found = new HashMap<AgentId, List<PresenceSegment>>();
        var runUp = span.start().minus(RUN_UP);
        var begin = timelines.lastBefore(agents, runUp);
        // Who has been the same for long is read alone: nobody else's log is read that far back.
        var together = new ArrayList<AgentId>();
        for (var agent : agents) {
            var before = begin.get(agent);
            if (before != null && before.start().isAfter(runUp.minus(LONG_WEEKEND))) {
                together.add(agent);
            } else {
                found.putAll(asKnownAt(List.of(agent), begin, span, knownAt));
            }
        }
        found.putAll(asKnownAt(together, begin, span, knownAt));
        return found;
    }

    private Map<AgentId, List<PresenceSegment>> asKnownAt(
            Collection<AgentId> agents,
            Map<AgentId, Lasting> begin,
            TimeSpan span,
            Instant knownAt) {
        if (agents.isEmpty()) {
            return Map.of();
        }
        // Who has no beginning is read alone, and from the very first.
        var first =
                agents.stream()
                        .flatMap(agent -> Stream.ofNullable(begin.get(agent)))
                        .map(Lasting::start)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        var silences = events.silencesAfter(first == null ? span.start().minus(RUN_UP) : first);
        var found = new HashMap<AgentId, List<PresenceSegment>>();
        events.happenings(agents, first, span.end(), knownAt)
                .forEach((agent, happenings) ->
                        found.put(agent, folded(begin.get(agent), silences, happenings, span)));
        return found;
    }

    /// A person's timeline as it would be if something more had happened.
    ///
    /// @param more not earlier than the day before the span begins; empty: as it is
    List<PresenceSegment> asIf(AgentId agent, TimeSpan span, Optional<Happening> more) {
        var runUp = span.start().minus(RUN_UP);
        var before = timelines.lastBefore(timelines.head(agent), runUp);
        var after = before == null ? null : before.start();
        var happenings = new ArrayList<>(events.happenings(agent, after, span.end()));
        more.ifPresent(happenings::add);
        happenings.sort(null);
        return folded(
                before, events.silencesAfter(after == null ? runUp : after), happenings, span);
    }

    /// @param before what the person was when the span's run-up began; null: nothing yet
    /// @param silences at least those after that began
    /// @param happenings in order; those up to where `before` began are left out
    private static List<PresenceSegment> folded(
            @Nullable Lasting before,
            Silences silences,
            List<Happening> happenings,
            TimeSpan span) {
        var pieces = new ArrayList<Piece>();
        Fold fold;
        if (before == null) {
            fold = Fold.fromTheBeginning(silences, pieces::add);
            fold.applyAll(happenings);
        } else {
            var piece = before.piece();
            pieces.add(piece);
            fold = Fold.from(silences, piece.fold(), piece.start(), piece.state(), pieces::add);
            fold.applyAll(
                    happenings.stream()
                            .filter(each -> each.time().isAfter(piece.start()))
                            .toList());
        }
        fold.finish();
        var segments = new ArrayList<PresenceSegment>();
        for (int i = 0; i < pieces.size(); i++) {
            var end = i + 1 < pieces.size() ? pieces.get(i + 1).start() : null;
            if (pieces.get(i).start().isBefore(span.end())
                    && (end == null || end.isAfter(span.start()))) {
                segments.add(pieces.get(i).until(end));
            }
        }
        return segments;
    }

    /// Since when what happens has been recorded here; empty: nothing has been. What happened
    /// before was brought along, and nobody could know it here when it did.
    public Optional<Instant> recordedSince() {
        return events.firstReceived();
    }

    /// Those of some people about whom something in a span was told later than an instant, and more
    /// than a minute after it happened: what was only on its way at that instant is not late.
    public Set<AgentId> toldLate(Collection<AgentId> agents, TimeSpan span, Instant after) {
        return agents.isEmpty() ? Set.of() : events.toldLate(agents, span, after, ON_ITS_WAY);
    }

    /// Why some people clocked out in a span, by the instant at which they did: codes of the
    /// reasons they chose. Who did not say has none.
    public Map<AgentId, Map<Instant, String>> clockOutReasons(
            Collection<AgentId> agents, TimeSpan span) {
        return agents.isEmpty() ? Map.of() : clockOutReasons.of(agents, span);
    }

    /// When what was corrected among some segments came to be so, by the segment's event id.
    public Map<String, Instant> correctedAt(Collection<PresenceSegment> segments) {
        var corrections =
                segments.stream()
                        .filter(PresenceSegment::isCorrected)
                        .flatMap(segment -> Stream.ofNullable(segment.eventId()))
                        .collect(Collectors.toSet());
        return corrections.isEmpty() ? Map.of() : correctionTimes.of(corrections);
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

    /// The work somebody has in progress, by the id of the item.
    public SortedMap<String, Channel> openItems(AgentId agent) {
        return timelines.head(agent).now().items();
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
