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
import org.springframework.stereotype.Component;

/// What everybody who keeps excuses knows of them, taken together.
@Component
class KnownExcuses {

    private final List<Excusals> kept;

    KnownExcuses(List<Excusals> kept) {
        this.kept = List.copyOf(kept);
    }

    Map<AgentId, List<Excusal>> of(Collection<AgentId> people, TimeSpan span) {
        var found = new HashMap<AgentId, List<Excusal>>();
        for (var each : kept) {
            each.of(people, span)
                    .forEach((person, list) ->
                            found.computeIfAbsent(person, _ -> new ArrayList<>()).addAll(list));
        }
        return found;
    }

    List<Excusal> asKnownAt(AgentId person, TimeSpan span, Instant instant) {
        return kept.stream()
                .flatMap(each -> each.asKnownAt(person, span, instant).stream())
                .toList();
    }

    Set<AgentId> changedAfter(Collection<AgentId> people, TimeSpan span, Instant instant) {
        var found = new HashSet<AgentId>();
        kept.forEach(each -> found.addAll(each.changedAfter(people, span, instant)));
        return found;
    }
}
