package dev.rollcall.excuses;

import dev.rollcall.people.AgentId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What an excuse would take off figures if it were given now.
///
/// @param covered how many people it would cover
/// @param byPerson how much of what counts against each it would take, the most first; who loses
///   nothing is left out
public record Effect(int covered, Map<AgentId, Duration> byPerson) {

    /// Key of the sentence that refuses to add up too much.
    public static final String TOO_MUCH = "excuses.problem.tooMuch";

    public Effect {
        byPerson = Collections.unmodifiableMap(new LinkedHashMap<>(byPerson));
    }

    /// All of it together.
    public Duration total() {
        return byPerson.values().stream().reduce(Duration.ZERO, Duration::plus);
    }
}
