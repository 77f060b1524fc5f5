package dev.rollcall.demo;

import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is still to happen on the demo's floor, in order of time. Not safe for several threads.
final class Story {

    private ArrayDeque<PresenceEvent> ahead = new ArrayDeque<>();

    /// Forgets what was to come and takes what comes instead.
    void rewrite(Collection<PresenceEvent> events) {
        var sorted = new ArrayList<>(events);
        sorted.sort(DayScript.ORDER);
        ahead = new ArrayDeque<>(sorted);
    }

    /// Takes out what has happened up to an instant, it included.
    List<PresenceEvent> until(Instant instant) {
        var due = new ArrayList<PresenceEvent>();
        for (var event = ahead.peek();
                event != null && !event.time().isAfter(instant);
                event = ahead.peek()) {
            due.add(ahead.remove());
        }
        return due;
    }

    /// When the next thing happens.
    Optional<Instant> next() {
        return Optional.ofNullable(ahead.peek()).map(PresenceEvent::time);
    }

    /// Whom an event is about; empty for a heartbeat.
    static String subject(PresenceEvent event) {
        return switch (event) {
            case StatusChanged e -> e.subject();
            case WorkStarted e -> e.subject();
            case WorkEnded e -> e.subject();
            case Heartbeat _ -> "";
        };
    }
}
