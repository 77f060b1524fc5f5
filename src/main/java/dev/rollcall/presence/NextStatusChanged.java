package dev.rollcall.presence;

import dev.rollcall.people.AgentId;

/// What somebody is to be when their work is done is another since a moment ago, or nothing.
public record NextStatusChanged(AgentId agent) {}
