package dev.rollcall.adherence.settings;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Rules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one level of the organisation says itself. Null means that it says nothing and inherits.
///
/// @param mapping all rules or none: a level takes the whole mapping from above, or has its own
/// @param grace of activities without one of their own
/// @param graceByActivity by activity code; what is not named is inherited, one by one
/// @param workingPresences presences, or bases, in which a person works
/// @param severe out for this long or longer is severe
/// @param targetPercent the score to reach, 0 to 100
/// @param chainedExcuse whether what a contact takes of a break is given back after it
public record OwnRules(
        @Nullable List<MappingRule> mapping,
        Rules.@Nullable Unmapped unmapped,
        Rules.@Nullable Unscheduled unscheduled,
        @Nullable Grace grace,
        Map<String, Grace> graceByActivity,
        @Nullable List<String> workingPresences,
        @Nullable Duration severe,
        @Nullable BigDecimal targetPercent,
        @Nullable Boolean chainedExcuse) {

    /// Inherits everything.
    public static final OwnRules NOTHING =
            new OwnRules(null, null, null, null, Map.of(), null, null, null, null);

    public OwnRules {
        mapping = mapping == null ? null : List.copyOf(mapping);
        graceByActivity = Collections.unmodifiableMap(new LinkedHashMap<>(graceByActivity));
        workingPresences = workingPresences == null ? null : List.copyOf(workingPresences);
    }

    /// @param rules null: inherited
    public OwnRules withMapping(@Nullable List<MappingRule> rules) {
        return new OwnRules(
                rules,
                unmapped,
                unscheduled,
                grace,
                graceByActivity,
                workingPresences,
                severe,
                targetPercent,
                chainedExcuse);
    }

    /// @param activity null: the grace of all activities without one of their own
    /// @param own null: inherited
    public OwnRules withGrace(@Nullable String activity, @Nullable Grace own) {
        var byActivity = new LinkedHashMap<>(graceByActivity);
        if (activity != null) {
            if (own == null) {
                byActivity.remove(activity);
            } else {
                byActivity.put(activity, own);
            }
        }
        return new OwnRules(
                mapping,
                unmapped,
                unscheduled,
                activity == null ? own : grace,
                byActivity,
                workingPresences,
                severe,
                targetPercent,
                chainedExcuse);
    }

    /// @param value null: inherited; otherwise what the setting takes
    public OwnRules with(Setting setting, @Nullable Object value) {
        return new OwnRules(
                mapping,
                setting == Setting.UNMAPPED ? (Rules.Unmapped) value : unmapped,
                setting == Setting.UNSCHEDULED ? (Rules.Unscheduled) value : unscheduled,
                grace,
                graceByActivity,
                setting == Setting.WORKING_PRESENCES ? presences(value) : workingPresences,
                setting == Setting.SEVERE ? (Duration) value : severe,
                setting == Setting.TARGET ? (BigDecimal) value : targetPercent,
                setting == Setting.CHAINED_EXCUSE ? (Boolean) value : chainedExcuse);
    }

    private static @Nullable List<String> presences(@Nullable Object value) {
        return value == null ? null : ((List<?>) value).stream().map(String.class::cast).toList();
    }

    /// What this level says itself of a setting; null when it inherits it.
    public @Nullable Object get(Setting setting) {
        return switch (setting) {
            case UNMAPPED -> unmapped;
            case UNSCHEDULED -> unscheduled;
            case WORKING_PRESENCES -> workingPresences;
            case SEVERE -> severe;
            case TARGET -> targetPercent;
            case CHAINED_EXCUSE -> chainedExcuse;
        };
    }

    /// Whether this is what the level says of a setting.
    ///
    /// @param value null: that it inherits it
    public boolean says(Setting setting, @Nullable Object value) {
        return Objects.equals(get(setting), value);
    }

    /// What this level says itself of a grace; null when it inherits it.
    ///
    /// @param activity null: the grace of all activities without one of their own
    public @Nullable Grace graceOf(@Nullable String activity) {
        return activity == null ? grace : graceByActivity.get(activity);
    }

    /// Whether anything but the mapping is said here.
    public boolean hasThresholds() {
        return !withMapping(null).equals(NOTHING);
    }
}
