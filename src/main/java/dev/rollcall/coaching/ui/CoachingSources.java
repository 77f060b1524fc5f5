package dev.rollcall.coaching.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.coaching.Coaching;
import dev.rollcall.coaching.Effects;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;
import dev.rollcall.shared.ApplicationClock;

/// Where the pages of coaching get everything from.
@SpringComponent
record CoachingSources(
        Coaching coaching,
        Effects effects,
        Directory directory,
        Access access,
        ApplicationClock clock) {

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    boolean mayCoach() {
        return access.viewer().may(Permission.COACHING_WRITE);
    }
}
