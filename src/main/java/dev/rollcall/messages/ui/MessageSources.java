package dev.rollcall.messages.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import dev.rollcall.deeds.Deeds;
import dev.rollcall.messages.MessageTemplates;
import dev.rollcall.messages.QuickMessages;
import dev.rollcall.people.Agent;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.Directory;
import dev.rollcall.people.Scope;
import dev.rollcall.security.Access;
import dev.rollcall.security.Permission;

/// Where the screens of messages get everything from.
@SpringComponent
record MessageSources(
        QuickMessages messages,
        MessageTemplates templates,
        MessagePulse pulse,
        Deeds deeds,
        Directory directory,
        Access access) {

    String name(AgentId agent) {
        return directory.agent(agent).map(Agent::name).orElse("–");
    }

    /// Whom whoever looks may send messages to.
    Scope scope() {
        return access.scope(Permission.ADHERENCE_WRITE);
    }

    boolean maySend() {
        return access.viewer().may(Permission.ADHERENCE_WRITE);
    }
}
