package dev.rollcall.overrides;

import dev.rollcall.deeds.DeedKind;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reasons;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever changes statuses can take back.
@Configuration(proxyBeanMethods = false)
class OverrideDeeds {

    static final String CHANGED = "status.changed";

    /// @param whom the name, when it was one person; empty for many
    /// @param state what they were set to, written `BASE` or `BASE/CODE`
    record Facts(String whom, String state, List<Change> people) {}

    /// @param before what they were, written as above; null: it is not known
    /// @param since since when they are what they were set to; null when it is for later
    /// @param next the wish that waits; null when it was set at once
    record Change(
            long agent, @Nullable String before, @Nullable Instant since, @Nullable Long next) {}

    /// Statuses were changed.
    @Bean
    static DeedKind<Facts> statusDeed(StatusOverrides overrides, Reasons reasons) {
        return DeedKind.of(
                CHANGED,
                Facts.class,
                (facts, words, _, _) -> {
                    var state = reasons.name(PresenceState.parse(facts.state()), words);
                    return facts.whom().isEmpty()
                            ? words.get("overrides.deed.many", facts.people().size(), state)
                            : words.get("overrides.deed.one", facts.whom(), state);
                },
                overrides::takeBack);
    }
}
