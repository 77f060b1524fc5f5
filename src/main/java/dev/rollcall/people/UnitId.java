package dev.rollcall.people;

/// Names one unit inside Rollcall. Other systems never see it; they use its code or external id.
public record UnitId(long value) implements Comparable<UnitId> {

    @Override
    public int compareTo(UnitId other) {
        return Long.compare(value, other.value);
    }
}
