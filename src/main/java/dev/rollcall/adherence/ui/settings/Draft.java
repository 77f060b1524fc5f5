package dev.rollcall.adherence.ui.settings;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.adherence.settings.LevelRules;
import dev.rollcall.adherence.settings.OwnRules;
import dev.rollcall.adherence.settings.Pair;
import dev.rollcall.adherence.settings.RuleChange;
import dev.rollcall.adherence.settings.RulesInForce;
import dev.rollcall.adherence.settings.Setting;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody has changed on a page and not saved yet: kept apart from what is saved, so that it
/// can be put on top of something newer. Pure.
final class Draft {

    private LevelRules base;
    private final Map<Pair, Verdict> pairs = new LinkedHashMap<>();
    private boolean mappingInherited;
    private final Map<Optional<String>, Optional<Grace>> graces = new LinkedHashMap<>();
    private final Map<Setting, Optional<Object>> values = new EnumMap<>(Setting.class);

    Draft(LevelRules base) {
        this.base = base;
    }

    LevelRules base() {
        return base;
    }

    /// What the level would say itself.
    OwnRules own() {
        var own = mappingInherited ? base.own().withMapping(null) : base.own();
        if (!pairs.isEmpty()) {
            var rules = base.over(own).mapping().value();
            for (var pair : pairs.entrySet()) {
                rules = pair.getKey().decided(pair.getValue(), rules);
            }
            own = own.withMapping(rules);
        }
        for (var grace : graces.entrySet()) {
            own = own.withGrace(grace.getKey().orElse(null), grace.getValue().orElse(null));
        }
        for (var value : values.entrySet()) {
            own = own.with(value.getKey(), value.getValue().orElse(null));
        }
        return own;
    }

    /// What would hold.
    RulesInForce holds() {
        return base.over(own());
    }

    /// What would become different.
    List<RuleChange> changes() {
        return RuleChange.between(base.holds(), holds());
    }

    /// How many things somebody would say they changed: that a level no longer follows another is
    /// no more than what comes of the first of them.
    int count() {
        var all = changes();
        long decided =
                all.stream().filter(each -> !(each instanceof RuleChange.MappingMoved)).count();
        return decided == 0 ? all.size() : (int) decided;
    }

    boolean isDirty() {
        return !changes().isEmpty();
    }

    // ------------------------------------------------------------------ the mapping

    /// @param verdict `UNMAPPED` takes the rule for exactly this pair away
    void decide(Pair pair, Verdict verdict) {
        pairs.remove(pair);
        if (pair.in(holds().mapping().value()) != verdict) {
            pairs.put(pair, verdict);
        }
    }

    /// What exactly this pair would count as.
    Verdict verdict(Pair pair) {
        return pair.in(holds().mapping().value());
    }

    boolean isChanged(Pair pair) {
        return verdict(pair) != pair.in(base.holds().mapping().value());
    }

    boolean hasOwnMapping() {
        return own().mapping() != null;
    }

    /// Follows the level above again.
    void inheritMapping() {
        pairs.clear();
        mappingInherited = base.own().mapping() != null;
    }

    // ------------------------------------------------------------------ grace and single values

    /// @param activity null: that of all activities
    /// @param own null: inherited
    void grace(@Nullable String activity, @Nullable Grace own) {
        graces.put(Optional.ofNullable(activity), Optional.ofNullable(own));
    }

    /// @param own null: inherited
    void set(Setting setting, @Nullable Object own) {
        values.put(setting, Optional.ofNullable(own));
    }

    // ------------------------------------------------------------------ saved and unsaved

    /// Puts the changes on top of something newer, or of another day.
    void rebase(LevelRules newer) {
        base = newer;
        var rules = newer.holds().mapping().value();
        mappingInherited &= newer.own().mapping() != null;
        if (!mappingInherited) {
            pairs.entrySet().removeIf(each -> each.getKey().in(rules) == each.getValue());
        }
    }

    void discard() {
        pairs.clear();
        mappingInherited = false;
        graces.clear();
        values.clear();
    }
}
