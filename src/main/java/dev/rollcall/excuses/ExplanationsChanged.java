package dev.rollcall.excuses;

import dev.rollcall.people.AgentId;

/// Somebody explained something, or it was decided. Published inside the transaction.
public record ExplanationsChanged(AgentId agent) {}
