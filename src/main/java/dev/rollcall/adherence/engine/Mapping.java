package dev.rollcall.adherence.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which presence fits which activity. The most specific rule wins: (activity, presence), then
/// (activity, any), then (any, presence), then (any, any); of two equally specific ones the later.
public final class Mapping {

    private final List<MappingRule> rules;
    private final Map<String, Map<String, Verdict>> verdicts;

    public Mapping(List<MappingRule> rules) {
        this.rules = List.copyOf(rules);
        this.verdicts = new HashMap<>();
        for (var rule : rules) {
            verdicts.computeIfAbsent(rule.activity(), _ -> new HashMap<>())
                    .put(rule.presence(), rule.verdict());
        }
    }

    /// The rules as given, in their order.
    public List<MappingRule> rules() {
        return rules;
    }

    /// The verdict for one pair; `UNMAPPED` when no rule speaks of it.
    public Verdict verdict(String activity, String presence) {
        var exact = verdictOf(activity, presence);
        if (exact != Verdict.UNMAPPED) {
            return exact;
        }
        return verdictOf(MappingRule.ANY, presence);
    }

    /// The rule that decides one pair; empty when none speaks of it.
    public Optional<MappingRule> rule(String activity, String presence) {
        return latest(activity, presence)
                .or(() -> latest(activity, MappingRule.ANY))
                .or(() -> latest(MappingRule.ANY, presence))
                .or(() -> latest(MappingRule.ANY, MappingRule.ANY));
    }

    private Optional<MappingRule> latest(String activity, String presence) {
        return rules.reversed().stream()
                .filter(r -> r.activity().equals(activity) && r.presence().equals(presence))
                .findFirst();
    }

    private Verdict verdictOf(String activity, String presence) {
        var byPresence = verdicts.get(activity);
        if (byPresence == null) {
            return Verdict.UNMAPPED;
        }
        var verdict = byPresence.get(presence);
        return verdict != null
                ? verdict
                : byPresence.getOrDefault(MappingRule.ANY, Verdict.UNMAPPED);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Mapping that && that.rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }
}
