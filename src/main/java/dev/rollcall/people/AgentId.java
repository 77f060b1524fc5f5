package dev.rollcall.people;

/// Names one agent inside Rollcall. Other systems never see it; they use its code or external id.
public record AgentId(long value) implements Comparable<AgentId> {

    @Override
    public int compareTo(AgentId other) {
        return Long.compare(value, other.value);
    }
}
