package dev.rollcall.presence;

import dev.rollcall.people.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The meaning of a timeline spelled out slowly: at every instant at which anything could change,
/// the whole past is played again from its beginning.
final class NaiveReplay {

    private final List<Happening> past;
    private final List<Silence> silences;

    NaiveReplay(Collection<Happening> happenings, List<Silence> silences) {
        this.past = happenings.stream().sorted().toList();
        this.silences = silences;
    }

    /// What the person is shown to do at an instant, null before their first event.
    @Nullable PresenceState at(Instant instant) {
        var seen = past.stream().filter(event -> !event.time().isAfter(instant)).toList();
        if (seen.isEmpty()) {
            return null;
        }
        var speaker = seen.getLast().source();
        for (var silence : silences) {
            if (silence.source().equals(speaker)
                    && !instant.isBefore(silence.from())
                    && instant.isBefore(silence.until())) {
                return PresenceState.UNKNOWN;
            }
        }
        return heldAfter(seen);
    }

    /// What the person did if a status was set for them at an instant, whatever was reported.
    PresenceState correctedTo(PresenceState state, Instant instant) {
        var seen = past.stream().filter(event -> !event.time().isAfter(instant)).toList();
        return state.base() == PresenceState.Base.AVAILABLE && !openAfter(seen).isEmpty()
                ? PresenceState.ACTIVE
                : state;
    }

    boolean onCallAt(Instant instant) {
        var seen = past.stream().filter(event -> !event.time().isAfter(instant)).toList();
        return openAfter(seen).containsValue(Channel.CALL);
    }

    /// Starts and states of the segments.
    List<Stretch> stretches() {
        var instants = new TreeSet<Instant>();
        past.forEach(event -> instants.add(event.time()));
        silences.forEach(silence -> {
            instants.add(silence.from());
            if (!silence.until().equals(Silence.OPEN)) {
                instants.add(silence.until());
            }
        });
        var stretches = new ArrayList<Stretch>();
        for (var instant : instants) {
            var state = at(instant);
            if (state != null
                    && (stretches.isEmpty() || !stretches.getLast().state().equals(state))) {
                stretches.add(new Stretch(instant, state, onCallAt(instant)));
            }
        }
        return stretches;
    }

    private static PresenceState heldAfter(List<Happening> seen) {
        var explicit = PresenceState.AWAY;
        for (var event : seen) {
            if (event.deed() instanceof Happening.StatusSet set) {
                explicit = set.state();
            }
        }
        boolean working = !openAfter(seen).isEmpty();
        return explicit.base() == PresenceState.Base.AVAILABLE && working
                ? PresenceState.ACTIVE
                : explicit;
    }

    private static HashMap<String, Channel> openAfter(List<Happening> seen) {
        var open = new HashMap<String, Channel>();
        for (var event : seen) {
            switch (event.deed()) {
                case Happening.WorkStarted started ->
                        open.putIfAbsent(started.item(), started.channel());
                case Happening.WorkEnded ended -> open.remove(ended.item());
                case Happening.StatusSet set -> {
                    if (set.state().base() == PresenceState.Base.AWAY) {
                        open.clear();
                    }
                }
                case Happening.Corrected corrected ->
                        throw new IllegalArgumentException("Only what was reported");
                case Happening.CorrectionEnded ended ->
                        throw new IllegalArgumentException("Only what was reported");
            }
        }
        return open;
    }

    record Stretch(Instant start, PresenceState state, boolean onCall) {}
}
