package dev.rollcall.quality;

import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What is written down of a draw: the rules as they were, and whom it was drawn from.
final class SamplingJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SamplingJson() {}

    /// The rules, in seconds and numbers.
    record Rules(
            long number,
            String name,
            String card,
            long unit,
            @Nullable Long group,
            @Nullable Medium channel,
            @Nullable Long leastSeconds,
            @Nullable Long mostSeconds,
            int perWeek,
            long version) {}

    static String write(SamplingPlan plan) {
        return JSON.writeValueAsString(
                new Rules(
                        plan.number(),
                        plan.name(),
                        plan.card(),
                        plan.unit().value(),
                        plan.group() == null ? null : plan.group().value(),
                        plan.channel(),
                        plan.least() == null ? null : plan.least().toSeconds(),
                        plan.most() == null ? null : plan.most().toSeconds(),
                        plan.perWeek(),
                        plan.version()));
    }

    static SamplingPlan plan(String json) {
        var rules = JSON.readValue(json, Rules.class);
        return new SamplingPlan(
                rules.number(),
                rules.name(),
                rules.card(),
                new UnitId(rules.unit()),
                rules.group() == null ? null : new GroupId(rules.group()),
                rules.channel(),
                rules.leastSeconds() == null ? null : Duration.ofSeconds(rules.leastSeconds()),
                rules.mostSeconds() == null ? null : Duration.ofSeconds(rules.mostSeconds()),
                rules.perWeek(),
                true,
                rules.version());
    }

    static Map<Long, List<Long>> candidates(String json) {
        return JSON.readValue(json, new TypeReference<HashMap<Long, List<Long>>>() {});
    }
}
