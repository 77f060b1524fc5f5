package dev.rollcall.demo;

import dev.rollcall.presence.PresenceEvent;
import dev.rollcall.presence.PresenceEvent.Heartbeat;
import dev.rollcall.presence.PresenceEvent.StatusChanged;
import dev.rollcall.presence.PresenceEvent.WorkEnded;
import dev.rollcall.presence.PresenceEvent.WorkStarted;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// The feed of those who work from home. It sends heartbeats, and every few hours it dies for a
/// while; what happened meanwhile is told when it is back, as far as it still matters. One outage
/// lies round the founding of the demo, so that whoever sees it first sees one.
///
/// @param founded when the demo was founded
record HomeOffice(Instant founded) {

    static final String SOURCE = "/demo/home-office";

    private static final Duration BEAT = Duration.ofMinutes(3);
    private static final Duration BETWEEN = Duration.ofHours(4);
    private static final Duration BEFORE_FOUNDING = Duration.ofMinutes(13);

    /// The feed's heartbeats from an instant on, it excluded, to another.
    List<PresenceEvent> beats(Instant after, Instant until) {
        var beats = new ArrayList<PresenceEvent>();
        long beat = BEAT.toSeconds();
        long last = Math.floorDiv(until.getEpochSecond(), beat);
        for (long i = Math.floorDiv(after.getEpochSecond(), beat) + 1; i <= last; i++) {
            var at = Instant.ofEpochSecond(i * beat);
            if (outage(at).isEmpty()) {
                beats.add(new Heartbeat(SOURCE, "beat-" + i * beat, at, null, (int) beat));
            }
        }
        return beats;
    }

    /// The outage an instant lies in.
    Optional<TimeSpan> outage(Instant at) {
        long nearest =
                Math.floorDiv(Duration.between(founded, at).toSeconds(), BETWEEN.toSeconds());
        for (long number = nearest; number <= nearest + 1; number++) {
            var outage = numbered(number);
            if (outage.contains(at)) {
                return Optional.of(outage);
            }
        }
        return Optional.empty();
    }

    private TimeSpan numbered(long number) {
        var chance = new SplittableRandom(number);
        var start = founded.minus(BEFORE_FOUNDING).plus(BETWEEN.multipliedBy(number));
        if (number != 0) {
            start = start.plusSeconds(chance.nextInt(3_600));
        }
        return TimeSpan.of(start, start.plusSeconds(chance.nextInt(28 * 60, 42 * 60)));
    }

    /// What of somebody's day gets through: nothing in an outage. When the feed is back it says how
    /// they stand; items that came and went meanwhile it never mentions.
    List<PresenceEvent> reported(List<PresenceEvent> day) {
        var ends = new HashMap<String, Instant>();
        for (var event : day) {
            if (event instanceof WorkEnded ended) {
                ends.put(ended.workItem(), heard(ended));
            }
        }
        var gone = new HashSet<String>();
        var statuses = new HashMap<Instant, StatusChanged>();
        var reported = new ArrayList<PresenceEvent>();
        for (var event : day) {
            var heard = heard(event);
            var told = heard.equals(event.time()) ? event : DayScript.at(heard, event);
            switch (told) {
                case StatusChanged status -> {
                    // What they said before they clocked in or out no longer matters.
                    outage(event.time()).ifPresent(outage -> statuses.remove(outage.end()));
                    statuses.put(heard, status);
                }
                case WorkStarted started when !heard.isBefore(ends.get(started.workItem())) ->
                        gone.add(started.workItem());
                case WorkEnded ended
                        when gone.contains(ended.workItem())
                                || clocksOutBetween(day, event.time(), heard) -> {}
                default -> reported.add(told);
            }
        }
        reported.addAll(statuses.values());
        reported.sort(DayScript.ORDER);
        return List.copyOf(reported);
    }

    /// Clocking out ends whatever is still open; nobody speaks for them afterwards.
    private static boolean clocksOutBetween(List<PresenceEvent> day, Instant from, Instant to) {
        return day.stream()
                .filter(event -> event.time().isAfter(from) && event.time().isBefore(to))
                .anyMatch(event ->
                        event instanceof StatusChanged status
                                && status.state().equals(PresenceState.AWAY));
    }

    /// When an event gets through; what others report does at once.
    private Instant heard(PresenceEvent event) {
        if (!event.source().equals(SOURCE)) {
            return event.time();
        }
        return outage(event.time()).map(TimeSpan::end).orElse(event.time());
    }
}
