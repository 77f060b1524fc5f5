package dev.rollcall.notifications;

import dev.rollcall.people.AgentId;
import dev.rollcall.security.UserId;

/// Whom a message is for. What is told to an agent is read by whoever signs in as that agent, also
/// when nobody can do so yet.
public sealed interface Recipient {

    record OfAgent(AgentId agent) implements Recipient {}

    record OfUser(UserId user) implements Recipient {}

    static Recipient of(AgentId agent) {
        return new OfAgent(agent);
    }

    static Recipient of(UserId user) {
        return new OfUser(user);
    }
}
