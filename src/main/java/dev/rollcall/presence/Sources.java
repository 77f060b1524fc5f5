package dev.rollcall.presence;

import dev.rollcall.presence.EventStore.Source;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The sources that send heartbeats, in memory: when each gave its last sign of life.
@Component
class Sources {

    private final EventStore events;
    private final Map<String, Source> declared = new ConcurrentHashMap<>();

    Sources(EventStore events) {
        this.events = events;
    }

    @PostConstruct
    void load() {
        declared.clear();
        update(events.declaredSources());
    }

    int count() {
        return declared.size();
    }

    boolean isDeclared(String source) {
        return declared.containsKey(source);
    }

    /// Takes over how sources are after a commit; of two versions the one with the later sign wins.
    void update(Collection<Source> sources) {
        for (var source : sources) {
            if (source.isDeclared()) {
                declared.merge(source.name(), source, Sources::later);
            }
        }
    }

    /// The sources whose last sign of life is too long ago, and when that was.
    Map<String, Instant> staleAt(Instant now) {
        var stale = new HashMap<String, Instant>();
        for (var source : declared.values()) {
            var last = source.lastSign();
            if (last != null && source.isStaleAt(now)) {
                stale.put(source.name(), last);
            }
        }
        return stale;
    }

    private static Source later(Source one, Source other) {
        var first = one.lastSign();
        var second = other.lastSign();
        return first != null && second != null && first.isAfter(second) ? one : other;
    }
}
