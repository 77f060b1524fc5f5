package dev.rollcall.presence;

import dev.rollcall.people.AgentId;
import dev.rollcall.presence.EventStore.Source;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.Silence.Sign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the silences of sources that send heartbeats, and says whose timelines they change. Works
/// inside a transaction that holds the source alone.
@Component
class SignsOfLife {

    private final EventStore events;

    SignsOfLife(EventStore events) {
        this.events = events;
    }

    /// Takes new signs of life of a source, already in the log, into account.
    ///
    /// @param fresh at least one
    /// @return the source as it is now
    Judged judge(Source source, List<LogEntry> fresh, Instant now) {
        var times = new TreeSet<Instant>();
        fresh.forEach(entry -> times.add(entry.event().time()));
        boolean beats = fresh.stream().anyMatch(LogEntry::isHeartbeat);
        if (!beats && !source.isDeclared()) {
            return new Judged(source, Map.of());
        }
        var last = source.lastSign();
        if (last != null && times.first().isAfter(last)) {
            return judgeNewest(source, last, fresh, now);
        }
        var from = events.signBefore(source.name(), times.first()).orElse(times.first());
        var until = events.signAfter(source.name(), times.last(), beats).orElse(null);
        var silences =
                Silence.of(
                        source.name(),
                        events.signs(source.name(), from, until),
                        events.intervalBefore(source.name(), from),
                        until == null ? now : null);
        var latest =
                events.signBefore(source.name(), Silence.OPEN)
                        .orElseThrow(() -> new IllegalStateException("The signs are in the log"));
        var next =
                new Source(
                        source.name(), events.intervalBefore(source.name(), Silence.OPEN), latest);
        return replace(next, from, until, silences);
    }

    /// The usual case: everything new is newer than all before it, and nothing has to be read.
    private Judged judgeNewest(Source source, Instant last, List<LogEntry> fresh, Instant now) {
        var signs = new ArrayList<Sign>();
        fresh.forEach(entry -> signs.add(sign(entry.event())));
        signs.sort(Sign.ORDER);
        Integer interval = source.intervalSeconds();
        for (var sign : signs) {
            interval = sign.intervalSeconds() == null ? interval : sign.intervalSeconds();
        }
        signs.addFirst(new Sign(last, null, "", null));
        var silences = Silence.of(source.name(), signs, source.intervalSeconds(), now);
        var next = new Source(source.name(), interval, signs.getLast().time());
        return replace(next, last, null, silences);
    }

    /// Asks whether a source has gone silent since its last sign of life.
    Judged judge(Source source, Instant now) {
        var last = source.lastSign();
        var interval = source.intervalSeconds();
        if (last == null || interval == null) {
            return new Judged(source, Map.of());
        }
        var silences =
                Silence.of(source.name(), List.of(new Sign(last, null, "", null)), interval, now);
        return replace(source, last, null, silences);
    }

    /// Judges a source from its first sign of life on.
    Judged judgeAnew(Source source, Instant now) {
        var silences =
                Silence.of(source.name(), events.signs(source.name(), null, null), null, now);
        return replace(source, null, null, silences);
    }

    private Judged replace(
            Source source,
            @Nullable Instant from,
            @Nullable Instant before,
            List<Silence> silences) {
        events.update(source);
        var stored = events.silences(source.name(), from, before);
        var gone = new HashSet<>(stored);
        silences.forEach(gone::remove);
        var come = new HashSet<>(silences);
        stored.forEach(come::remove);
        if (gone.isEmpty() && come.isEmpty()) {
            return new Judged(source, Map.of());
        }
        events.delete(gone);
        events.insert(come);
        return new Judged(source, touches(source.name(), differences(gone, come)));
    }

    private Map<AgentId, Touch> touches(String source, Map<Instant, Touch> differences) {
        var touches = new HashMap<AgentId, Touch>();
        differences.forEach((from, touch) ->
                events.perhapsSpokenFor(source, from)
                        .forEach(agent -> touches.merge(agent, touch, Touch::and)));
        return touches;
    }

    /// What differs, by the start of the silence.
    private static Map<Instant, Touch> differences(HashSet<Silence> gone, HashSet<Silence> come) {
        var ends = new HashMap<Instant, List<Instant>>();
        for (var silence : gone) {
            ends.computeIfAbsent(silence.from(), from -> new ArrayList<>()).add(silence.until());
        }
        for (var silence : come) {
            ends.computeIfAbsent(silence.from(), from -> new ArrayList<>()).add(silence.until());
        }
        var differences = new HashMap<Instant, Touch>();
        ends.forEach((from, until) -> {
            until.sort(Comparator.naturalOrder());
            var start = until.size() > 1 ? until.getFirst() : from;
            differences.put(from, Touch.between(start, until.getLast()));
        });
        return differences;
    }

    private static Sign sign(LogEvent event) {
        return new Sign(
                event.time(),
                event.sequence(),
                event.id(),
                event instanceof Heartbeat heartbeat ? heartbeat.intervalSeconds() : null);
    }

    /// @param touches the people whose timelines change
    record Judged(Source source, Map<AgentId, Touch> touches) {}
}
