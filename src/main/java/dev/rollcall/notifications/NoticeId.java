package dev.rollcall.notifications;

/// Names one message; later ones have higher numbers.
public record NoticeId(long value) implements Comparable<NoticeId> {

    @Override
    public int compareTo(NoticeId other) {
        return Long.compare(value, other.value);
    }
}
