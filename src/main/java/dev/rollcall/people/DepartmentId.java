package dev.rollcall.people;

/// Names one department inside Rollcall. Other systems never see it; they use its code or external
/// id.
public record DepartmentId(long value) implements Comparable<DepartmentId> {

    @Override
    public int compareTo(DepartmentId other) {
        return Long.compare(value, other.value);
    }
}
