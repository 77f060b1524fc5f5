package dev.rollcall.presence;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Silences by source, each source's in order and apart from each other.
final class Silences {

    static final Silences NONE = new Silences(List.of());

    private final Map<String, NavigableMap<Instant, Silence>> bySource = new HashMap<>();

    Silences(Collection<Silence> silences) {
        for (var silence : silences) {
            bySource.computeIfAbsent(silence.source(), source -> new TreeMap<>())
                    .put(silence.from(), silence);
        }
    }

    /// Whether a source was silent at an instant; nobody is not a source.
    boolean covers(@Nullable String source, Instant instant) {
        var latest = of(source).floorEntry(instant);
        return latest != null && latest.getValue().contains(instant);
    }

    /// The first edge of a source's silences after an instant and before another.
    ///
    /// @param before null: no end
    @Nullable Instant edge(@Nullable String source, Instant after, @Nullable Instant before) {
        var own = of(source);
        var latest = own.floorEntry(after);
        Instant edge;
        if (latest != null && latest.getValue().contains(after)) {
            edge = latest.getValue().until();
        } else {
            var next = own.higherEntry(after);
            edge = next == null ? Silence.OPEN : next.getKey();
        }
        boolean inside = edge.isBefore(Silence.OPEN) && (before == null || edge.isBefore(before));
        return inside ? edge : null;
    }

    private NavigableMap<Instant, Silence> of(@Nullable String source) {
        return source == null
                ? Collections.emptyNavigableMap()
                : bySource.getOrDefault(source, Collections.emptyNavigableMap());
    }
}
