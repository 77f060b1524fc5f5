package dev.rollcall.overrides.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.overrides.StatusOverrides;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.presence.LivePresence;
import dev.rollcall.presence.Reasons;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;

/// Where the screens of changed statuses get everything from.
@SpringComponent
record OverrideSources(
        StatusOverrides overrides,
        Reasons reasons,
        LivePresence live,
        Deeds deeds,
        Directory directory,
        Access access,
        NextPulse pulse) {

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    boolean mayChange() {
        return access.viewer().may(Permission.PRESENCE_WRITE);
    }

    boolean mayChange(AgentId agent) {
        return directory
                .agent(agent)
                .filter(person -> live.isIn(access.scope(Permission.PRESENCE_WRITE), person))
                .isPresent();
    }
}
