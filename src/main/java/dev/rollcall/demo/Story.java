package dev.rollcall.demo;

import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.PlannedActivity;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// Everything that is still to happen on the demo's floor, in order of time. Not safe for several
/// threads.
final class Story {

    private final PriorityQueue<PresenceEvent> ahead =
            new PriorityQueue<>(Comparator.comparing(PresenceEvent::time));
    private final Set<String> written = new HashSet<>();
    private int incidents;

    /// Writes somebody's day into the story, once, as far as it lies after `from`.
    void write(Person person, LocalDate date, List<PlannedActivity> plan, Instant from) {
        if (written.add(person.externalId() + " " + date)) {
            DayScript.of(person, date, plan).stream()
                    .filter(event -> event.time().isAfter(from))
                    .forEach(ahead::add);
        }
    }

    /// Somebody leaves their work for a while without a plan to.
    void interrupt(Person person, TimeSpan away, PresenceState with) {
        ahead.removeIf(event ->
                away.contains(event.time())
                        && !(event instanceof WorkEnded)
                        && person.externalId().equals(subject(event)));
        var id = "incident-" + person.externalId() + "-" + away.start() + "-" + incidents++;
        ahead.add(status(person, id + "-from", away.start(), with));
        ahead.add(status(person, id + "-to", away.end(), PresenceState.AVAILABLE));
    }

    private static StatusChanged status(Person person, String id, Instant at, PresenceState state) {
        return new StatusChanged(
                DayScript.TELEPHONY, id, person.externalId(), at, null, state, null);
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

    static String subject(PresenceEvent event) {
        return switch (event) {
            case StatusChanged e -> e.subject();
            case WorkStarted e -> e.subject();
            case WorkEnded e -> e.subject();
            case Heartbeat _ -> "";
        };
    }
}
