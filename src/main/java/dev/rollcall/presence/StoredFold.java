package dev.rollcall.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rollcall.people.Channel;
import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The state of a fold beside the segment it belongs to, as JSON. Most of the time the segment says
/// it all, and nothing is stored.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StoredFold(
        String explicit,
        @Nullable Map<String, Channel> items,
        @Nullable String speaker,
        @Nullable Long unit,
        @Nullable Instant expectedReturn,
        @Nullable Origin origin,
        @Nullable List<StoredCorrection> corrections) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param state of the segment
    /// @param origin of the segment
    /// @return null when `fold` follows from the segment
    static @Nullable String write(PresenceState state, Origin origin, FoldState fold) {
        if (fold.equals(plain(state, origin))) {
            return null;
        }
        return JSON.writeValueAsString(
                new StoredFold(
                        fold.explicit().toString(),
                        fold.items(),
                        fold.speaker(),
                        fold.unit() == null ? null : fold.unit().value(),
                        fold.expectedReturn(),
                        fold.origin(),
                        fold.corrections().stream().map(StoredCorrection::of).toList()));
    }

    static FoldState read(@Nullable String json, PresenceState state, Origin origin) {
        if (json == null) {
            return plain(state, origin);
        }
        var stored = JSON.readValue(json, StoredFold.class);
        return new FoldState(
                PresenceState.parse(stored.explicit),
                Collections.unmodifiableSortedMap(
                        stored.items == null ? new TreeMap<>() : new TreeMap<>(stored.items)),
                stored.speaker,
                stored.unit == null ? null : new UnitId(stored.unit),
                stored.expectedReturn,
                stored.origin,
                stored.corrections == null
                        ? List.of()
                        : stored.corrections.stream().map(StoredCorrection::correction).toList());
    }

    private static FoldState plain(PresenceState state, Origin origin) {
        return new FoldState(state, Collections.emptySortedMap(), origin.source(), null, origin);
    }

    record StoredCorrection(String id, long sequence, String state, Origin origin) {

        static StoredCorrection of(Correction correction) {
            return new StoredCorrection(
                    correction.id(),
                    correction.sequence(),
                    correction.state().toString(),
                    correction.origin());
        }

        Correction correction() {
            return new Correction(id, sequence, PresenceState.parse(state), origin);
        }
    }
}
