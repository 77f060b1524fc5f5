package dev.rollcall.adherence.settings;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thing that differs between what holds before and after.
public sealed interface RuleChange {

    /// A level has a mapping of its own now, or follows another level again.
    record MappingMoved(Origin before, Origin after) implements RuleChange {}

    /// What one rule of the mapping says; `UNMAPPED` where there is none.
    ///
    /// @param activity an activity's code, or `*`
    /// @param presence a presence, or `*`
    record PairDecided(String activity, String presence, Verdict before, Verdict after)
            implements RuleChange {}

    /// A grace.
    ///
    /// @param activity null: that of all activities without one of their own
    /// @param before null: as all activities
    /// @param after null: as all activities
    record GraceChanged(
            @Nullable String activity,
            @Nullable Sourced<Grace> before,
            @Nullable Sourced<Grace> after)
            implements RuleChange {}

    /// A single value.
    record ValueChanged(Setting setting, Sourced<?> before, Sourced<?> after)
            implements RuleChange {}

    /// Everything that differs: the mapping first, then grace, then single values.
    static List<RuleChange> between(RulesInForce before, RulesInForce after) {
        var changes = new ArrayList<RuleChange>();
        if (!before.mapping().origin().equals(after.mapping().origin())) {
            changes.add(new MappingMoved(before.mapping().origin(), after.mapping().origin()));
        }
        changes.addAll(pairs(before.mapping().value(), after.mapping().value()));
        if (!before.grace().equals(after.grace())) {
            changes.add(new GraceChanged(null, before.grace(), after.grace()));
        }
        var activities = new LinkedHashSet<>(before.graceByActivity().keySet());
        activities.addAll(after.graceByActivity().keySet());
        for (var activity : activities) {
            var one = before.graceByActivity().get(activity);
            var other = after.graceByActivity().get(activity);
            if (one == null || !one.equals(other)) {
                changes.add(new GraceChanged(activity, one, other));
            }
        }
        for (var setting : Setting.values()) {
            if (!before.get(setting).equals(after.get(setting))) {
                changes.add(new ValueChanged(setting, before.get(setting), after.get(setting)));
            }
        }
        return changes;
    }

    private static List<PairDecided> pairs(List<MappingRule> before, List<MappingRule> after) {
        var old = byPair(before);
        var now = byPair(after);
        var all = new LinkedHashSet<>(old.keySet());
        all.addAll(now.keySet());
        return all.stream()
                .map(pair ->
                        new PairDecided(
                                pair.activity(),
                                pair.presence(),
                                old.getOrDefault(pair, Verdict.UNMAPPED),
                                now.getOrDefault(pair, Verdict.UNMAPPED)))
                .filter(change -> change.before() != change.after())
                .toList();
    }

    private static Map<Pair, Verdict> byPair(List<MappingRule> rules) {
        var verdicts = new LinkedHashMap<Pair, Verdict>();
        rules.forEach(
                rule -> verdicts.put(new Pair(rule.activity(), rule.presence()), rule.verdict()));
        return verdicts;
    }
}
