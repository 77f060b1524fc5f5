package dev.rollcall.adherence.settings;

import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import java.util.ArrayList;
import java.util.List;

/// What a rule of the mapping speaks of.
///
/// @param activity an activity's code, or `*`
/// @param presence written `BASE` or `BASE/CODE`, or `*`
public record Pair(String activity, String presence) {

    /// What the rules say of exactly this pair; `UNMAPPED` when none does.
    public Verdict in(List<MappingRule> rules) {
        return rules.reversed().stream()
                .filter(this::isOf)
                .findFirst()
                .map(MappingRule::verdict)
                .orElse(Verdict.UNMAPPED);
    }

    /// The same rules, except that exactly this pair is decided so; `UNMAPPED` takes its rule away.
    public List<MappingRule> decided(Verdict verdict, List<MappingRule> rules) {
        var changed = new ArrayList<MappingRule>();
        boolean placed = verdict == Verdict.UNMAPPED;
        for (var rule : rules) {
            if (!isOf(rule)) {
                changed.add(rule);
            } else if (!placed) {
                changed.add(new MappingRule(activity, presence, verdict));
                placed = true;
            }
        }
        if (!placed) {
            changed.add(new MappingRule(activity, presence, verdict));
        }
        return changed;
    }

    private boolean isOf(MappingRule rule) {
        return rule.activity().equals(activity) && rule.presence().equals(presence);
    }
}
