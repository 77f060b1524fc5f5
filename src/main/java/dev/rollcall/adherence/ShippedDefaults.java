package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.MappingRule;
import dev.rollcall.adherence.engine.Verdict;
import dev.rollcall.schedule.Category;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a fresh product knows, valid from the beginning of time. The rules name every presence that
/// is shipped instead of `*`: a presence somebody adds later is unmapped until an admin decides,
/// and does not count against anybody meanwhile.
final class ShippedDefaults {

    static final BigDecimal TARGET_PERCENT = BigDecimal.valueOf(90);

    static final Map<String, Category> CATEGORIES =
            Map.of(
                    "WORK", Category.WORK,
                    "BREAK", Category.AUXILIARY,
                    "LUNCH", Category.AUXILIARY,
                    "MEETING", Category.AUXILIARY,
                    "TRAINING", Category.AUXILIARY,
                    "COACHING", Category.AUXILIARY,
                    "BACK_OFFICE", Category.AUXILIARY,
                    "TIME_OFF", Category.TIME_OFF);

    private static final List<String> PRESENCES =
            List.of(
                    "AVAILABLE",
                    "ACTIVE",
                    "AWAY",
                    "UNAVAILABLE/BREAK",
                    "UNAVAILABLE/LUNCH",
                    "UNAVAILABLE/MEETING",
                    "UNAVAILABLE/TRAINING",
                    "UNAVAILABLE/COACHING",
                    "UNAVAILABLE/BACK_OFFICE");

    private static final List<String> RESTING =
            List.of("UNAVAILABLE/BREAK", "UNAVAILABLE/LUNCH", "AWAY");
    private static final List<String> LEARNING =
            List.of("UNAVAILABLE/MEETING", "UNAVAILABLE/TRAINING", "UNAVAILABLE/COACHING");

    static final List<MappingRule> MAPPING = mapping();

    private ShippedDefaults() {}

    private static List<MappingRule> mapping() {
        var rules = new ArrayList<MappingRule>();
        add(rules, "WORK", List.of("AVAILABLE", "ACTIVE"), Verdict.OUT);
        add(rules, "BREAK", RESTING, Verdict.OUT);
        add(rules, "LUNCH", RESTING, Verdict.OUT);
        add(rules, "MEETING", LEARNING, Verdict.OUT);
        add(rules, "TRAINING", LEARNING, Verdict.OUT);
        add(rules, "COACHING", LEARNING, Verdict.OUT);
        add(rules, "BACK_OFFICE", List.of("UNAVAILABLE/BACK_OFFICE", "ACTIVE"), Verdict.OUT);
        add(rules, "TIME_OFF", List.of("AWAY"), Verdict.NEUTRAL);
        return List.copyOf(rules);
    }

    private static void add(
            List<MappingRule> rules, String activity, List<String> in, Verdict otherwise) {
        for (var presence : PRESENCES) {
            rules.add(
                    new MappingRule(
                            activity, presence, in.contains(presence) ? Verdict.IN : otherwise));
        }
    }
}
