package dev.rollcall.presence.ui;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.PresenceState.Base;
import java.text.Collator;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One person in the unit they work in now, and how they are.
///
/// @param home their home unit, when they work elsewhere now
/// @param back when they mean to be back; null: they did not say
/// @param topic what they are about, by name; null: that has none, or is not for this viewer
/// @param since since when they are so; null before their first event
record AgentStatus(
        AgentId id,
        String name,
        @Nullable UnitId home,
        PresenceState state,
        @Nullable String topic,
        @Nullable Instant since,
        @Nullable Instant back,
        boolean onCall) {

    /// Who may need somebody comes first.
    private static final List<Base> ORDER =
            List.of(Base.UNAVAILABLE, Base.UNKNOWN, Base.ACTIVE, Base.AVAILABLE, Base.AWAY);

    /// Everybody whose current unit is in scope, wherever their home is: those at home there who
    /// work elsewhere now are not among them. A group in scope counts wherever its people work.
    ///
    /// @param now what somebody does; empty before their first event
    /// @param topics what somebody is about
    static List<AgentStatus> among(
            Collection<Agent> people,
            Function<AgentId, Optional<LivePresence.Now>> now,
            Function<Agent, Optional<String>> topics,
            Scope scope,
            Locale locale) {
        var collator = Collator.getInstance(locale);
        return people.stream()
                .map(agent -> of(agent, now.apply(agent.id()).orElse(null), topics, scope))
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.<AgentStatus>comparingInt(each -> ORDER.indexOf(each.base()))
                                .thenComparing(AgentStatus::longest)
                                .thenComparing(AgentStatus::name, collator)
                                .thenComparing(AgentStatus::id))
                .toList();
    }

    private static Optional<AgentStatus> of(
            Agent agent,
            LivePresence.@Nullable Now now,
            Function<Agent, Optional<String>> topics,
            Scope scope) {
        var current = now == null ? null : now.currentUnit();
        var unit = current == null ? agent.unit() : current;
        boolean here =
                scope.includes(unit)
                        || scope.agents().contains(agent.id())
                        || agent.groups().stream().anyMatch(scope.groups()::contains);
        if (!here) {
            return Optional.empty();
        }
        var home = unit.equals(agent.unit()) ? null : agent.unit();
        return Optional.of(
                now == null
                        ? new AgentStatus(
                                agent.id(),
                                agent.name(),
                                home,
                                PresenceState.AWAY,
                                null,
                                null,
                                null,
                                false)
                        : new AgentStatus(
                                agent.id(),
                                agent.name(),
                                home,
                                now.state(),
                                topics.apply(agent).orElse(null),
                                now.since(),
                                now.expectedReturn(),
                                now.onCall()));
    }

    Base base() {
        return state.base();
    }

    /// Those who are unavailable, the longest first; others by name.
    private Instant longest() {
        return base() == Base.UNAVAILABLE && since != null ? since : Instant.MAX;
    }
}
