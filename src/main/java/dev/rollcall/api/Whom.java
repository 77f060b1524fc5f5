package dev.rollcall.api;

import dev.rollcall.people.Agent;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Group;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.shared.NotFound;
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
}
