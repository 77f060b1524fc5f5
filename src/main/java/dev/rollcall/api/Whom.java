package dev.rollcall.api;

import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.shared.InvalidInput;
import dev.rollcall.shared.NotFound;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds whom a request is about, as far as the token may see them. Everybody else is not there.
@Component
class Whom {

    private final Directory directory;
    private final LivePresence live;

    Whom(Directory directory, LivePresence live) {
        this.directory = directory;
        this.live = live;
    }

    /// @throws NotFound when there is nobody of that id in scope
    Agent agent(String externalId, Scope scope) {
        return directory
                .agent(externalId)
                .filter(agent -> live.isIn(scope, agent))
                .orElseThrow(() -> new NotFound("agent", externalId));
    }

    /// @throws NotFound when there is no group of that code in scope, by itself or with its unit
    Group group(String code, Scope scope) {
        return directory
                .group(code)
                .filter(group ->
                        scope.includes(group.unit()) || scope.groups().contains(group.id()))
                .orElseThrow(() -> new NotFound("group", code));
    }

    /// @throws NotFound when there is no unit of that code in scope
    UnitId unit(String code, Scope scope) {
        return directory
                .unit(code)
                .filter(unit -> scope.includes(unit.id()))
                .orElseThrow(() -> new NotFound("unit", code))
                .id();
    }

    /// Whose days are added up: those of a unit with everything below it, of one person, or, where
    /// both are null, of everybody in scope.
    record Chosen(@Nullable UnitId unit, @Nullable AgentId agent) {}

    /// @throws InvalidInput when both are asked for
    /// @throws NotFound when there is no such unit or nobody of that id in scope
    Chosen chosen(@Nullable String unit, @Nullable String agent, Scope scope) {
        if (unit != null && agent != null) {
            throw InvalidInput.of("/agent", "Ask for a unit or for an agent, not for both.");
        }
        return new Chosen(
                unit == null ? null : unit(unit, scope),
                agent == null ? null : agent(agent, scope).id());
    }

    /// As much of a scope as is asked for: one person, or a unit with everything below it; all of
    /// it where both are null.
    ///
    /// @throws InvalidInput when both are asked for
    /// @throws NotFound when there is no such unit or nobody of that id in scope
    Scope within(@Nullable String unit, @Nullable String agent, Scope scope) {
        var chosen = chosen(unit, agent, scope);
        if (chosen.agent() != null) {
            return Scope.ofAgent(chosen.agent());
        }
        return chosen.unit() == null
                ? scope
                : Scope.ofUnits(directory.withDescendants(chosen.unit()));
    }

    /// What a line of an answer stands for.
    ///
    /// @throws InvalidInput when it is none of them
    static <G extends Enum<G>> G groupBy(Class<G> kinds, String name) {
        return Arrays.stream(kinds.getEnumConstants())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("/groupBy", "Group by agent, day or unit."));
    }
}
