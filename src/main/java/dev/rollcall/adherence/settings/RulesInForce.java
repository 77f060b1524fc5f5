package dev.rollcall.adherence.settings;

import dev.rollcall.adherence.engine.Grace;
import dev.rollcall.adherence.engine.Mapping;
import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Rules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holds at a level, each value with the level it comes from. Begins as what is shipped and
/// takes in the levels one by one, from the organisation downwards ([#under]).
///
/// @param grace of activities without one of their own
/// @param graceByActivity by activity code
public record RulesInForce(
        Sourced<List<MappingRule>> mapping,
        Sourced<Rules.Unmapped> unmapped,
        Sourced<Rules.Unscheduled> unscheduled,
        Sourced<Grace> grace,
        Map<String, Sourced<Grace>> graceByActivity,
        Sourced<List<String>> workingPresences,
        Sourced<Duration> severe,
        Sourced<BigDecimal> targetPercent,
        Sourced<Boolean> chainedExcuse) {

    private static final List<String> SHIPPED_WORKING = List.of("AVAILABLE", "ACTIVE");

    public RulesInForce {
        graceByActivity = Collections.unmodifiableMap(new LinkedHashMap<>(graceByActivity));
    }

    /// What Rollcall comes with.
    public static RulesInForce shipped(List<MappingRule> mapping, BigDecimal targetPercent) {
        return new RulesInForce(
                shipped(List.copyOf(mapping)),
                shipped(Rules.Unmapped.NEUTRAL),
                shipped(Rules.Unscheduled.IGNORE),
                shipped(Rules.SHIPPED_GRACE),
                Map.of(),
                shipped(SHIPPED_WORKING),
                shipped(Rules.SHIPPED_SEVERE),
                shipped(targetPercent),
                // It moves figures, and nobody was asked: those who want it switch it on from a
                // day.
                shipped(false));
    }

    private static <T> Sourced<T> shipped(T value) {
        return new Sourced<>(value, Origin.SHIPPED);
    }

    /// What holds one level below: what that level says itself, the rest as it is here.
    public RulesInForce under(Origin level, OwnRules own) {
        var byActivity = new LinkedHashMap<>(graceByActivity);
        own.graceByActivity()
                .forEach((activity, each) -> byActivity.put(activity, new Sourced<>(each, level)));
        return new RulesInForce(
                nearest(own.mapping(), level, mapping),
                nearest(own.unmapped(), level, unmapped),
                nearest(own.unscheduled(), level, unscheduled),
                nearest(own.grace(), level, grace),
                byActivity,
                nearest(own.workingPresences(), level, workingPresences),
                nearest(own.severe(), level, severe),
                nearest(own.targetPercent(), level, targetPercent),
                nearest(own.chainedExcuse(), level, chainedExcuse));
    }

    private static <T> Sourced<T> nearest(@Nullable T own, Origin level, Sourced<T> above) {
        return own == null ? above : new Sourced<>(own, level);
    }

    /// The grace of an activity, be it its own or that of all activities.
    public Sourced<Grace> graceOf(String activity) {
        return graceByActivity.getOrDefault(activity, grace);
    }

    /// The value of a setting with its origin.
    public Sourced<?> get(Setting setting) {
        return switch (setting) {
            case UNMAPPED -> unmapped;
            case UNSCHEDULED -> unscheduled;
            case WORKING_PRESENCES -> workingPresences;
            case SEVERE -> severe;
            case TARGET -> targetPercent;
            case CHAINED_EXCUSE -> chainedExcuse;
        };
    }

    /// The same for the engine.
    public Rules toRules() {
        var graces = new HashMap<String, Grace>();
        graceByActivity.forEach((activity, each) -> graces.put(activity, each.value()));
        return new Rules(
                new Mapping(mapping.value()),
                unmapped.value(),
                unscheduled.value(),
                grace.value(),
                graces,
                new HashSet<>(workingPresences.value()),
                severe.value());
    }
}
