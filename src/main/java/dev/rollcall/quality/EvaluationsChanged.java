package dev.rollcall.quality;

import dev.rollcall.people.AgentId;

/// Something about somebody's evaluations is another way now. Published inside the transaction.
public record EvaluationsChanged(AgentId agent) {}
