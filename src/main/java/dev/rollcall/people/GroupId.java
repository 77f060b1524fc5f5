package dev.rollcall.people;

/// Names one group inside Rollcall. Other systems never see it; they use its code or external id.
public record GroupId(long value) implements Comparable<GroupId> {

    @Override
    public int compareTo(GroupId other) {
        return Long.compare(value, other.value);
    }
}
