package dev.rollcall.schedule;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom and what a file may name: the agents of a scope by external id or e-mail address, and the
/// activities by code or name.
final class WhatIsKnown {

    private final Map<String, Agent> agents = new HashMap<>();
    private final Map<String, List<Agent>> addresses = new HashMap<>();
    private final Map<String, Activity> activities = new HashMap<>();

    WhatIsKnown(List<Agent> agents, List<Activity> activities) {
        for (var agent : agents) {
            this.agents.put(agent.externalId(), agent);
            var email = agent.email();
            if (email != null && !email.isBlank()) {
                addresses.computeIfAbsent(plain(email), first -> new ArrayList<>()).add(agent);
            }
        }
        // A code comes before a name that reads like it.
        activities.forEach(each -> this.activities.put(plain(each.name()), each));
        activities.forEach(each -> this.activities.put(plain(each.code()), each));
    }

    static WhatIsKnown to(Scope scope, Directory directory, Activities activities) {
        return new WhatIsKnown(directory.agents(scope), activities.all());
    }

    Optional<Agent> agent(String externalId) {
        return Optional.ofNullable(agents.get(externalId));
    }

    /// Everybody with an e-mail address, however it is written.
    List<Agent> byAddress(String email) {
        return addresses.getOrDefault(plain(email), List.of());
    }

    /// By code or name, however it is written: `Back office`, `back-office` and `BACK_OFFICE` are
    /// one.
    @Nullable Activity activity(String text) {
        return activities.get(plain(text));
    }

    private static String plain(String text) {
        return text.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
