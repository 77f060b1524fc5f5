package dev.rollcall.performance;

import dev.rollcall.work.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Something of one's own that waits to be done.
///
/// @param id as whatever it is of calls it
/// @param title what it is about
/// @param priority of an item as it has it; of a task by how near it is to being due
/// @param since since when it waits
/// @param due when it should be done; null: nobody said
public record NextWork(
        Kind kind, long id, String title, Priority priority, Instant since, @Nullable Instant due) {

    /// What is done first: the most urgent, of those what is due first, of those what has waited
    /// longest.
    public static final Comparator<NextWork> IN_ORDER =
            Comparator.comparing(NextWork::priority)
                    .thenComparing(work -> work.due() == null ? Instant.MAX : work.due())
                    .thenComparing(NextWork::since)
                    .thenComparing(NextWork::kind)
                    .thenComparing(NextWork::id);

    /// A task that is due within so long comes before what is not urgent.
    private static final Duration SOON = Duration.ofHours(24);

    public enum Kind {
        CALL,
        CHAT,
        TICKET,
        /// Away from customers.
        TASK
    }

    public boolean isOverdue(Instant now) {
        return due != null && due.isBefore(now);
    }

    /// How urgent a task is: overdue as what is urgent, due within a day as what is high.
    static Priority urgency(@Nullable Instant due, Instant now) {
        if (due == null || due.isAfter(now.plus(SOON))) {
            return Priority.NORMAL;
        }
        return due.isBefore(now) ? Priority.URGENT : Priority.HIGH;
    }
}
