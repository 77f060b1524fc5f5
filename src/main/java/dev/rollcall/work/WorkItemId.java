package dev.rollcall.work;

/// Names one work item inside Rollcall. Other systems use its reference.
public record WorkItemId(long value) implements Comparable<WorkItemId> {

    @Override
    public int compareTo(WorkItemId other) {
        return Long.compare(value, other.value);
    }
}
