package dev.rollcall.adherence;

import dev.rollcall.people.AgentId;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// What everybody who keeps excuses knows of them, taken together.
@Component
class KnownExcuses {

    private final List<Excusals> kept;

    KnownExcuses(List<Excusals> kept) {
        this.kept = List.copyOf(kept);
    }

    Map<AgentId, List<Excusal>> of(Collection<AgentId> people, TimeSpan span) {
        return together(each -> each.of(people, span));
    }

    Map<AgentId, List<Excusal>> asKnownAt(
            Collection<AgentId> people, TimeSpan span, Instant instant) {
        return together(each -> each.asKnownAt(people, span, instant));
    }

    private Map<AgentId, List<Excusal>> together(
            Function<Excusals, Map<AgentId, List<Excusal>>> asked) {
        var found = new HashMap<AgentId, List<Excusal>>();
        for (var each : kept) {
            asked.apply(each)
                    .forEach((person, list) ->
                            found.computeIfAbsent(person, _ -> new ArrayList<>()).addAll(list));
        }
        return found;
    }

    Set<AgentId> changedAfter(Collection<AgentId> people, TimeSpan span, Instant instant) {
        var found = new HashSet<AgentId>();
        kept.forEach(each -> found.addAll(each.changedAfter(people, span, instant)));
        return found;
    }
}
