package dev.rollcall.schedule;

import dev.rollcall.shared.TimeSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What differs between two versions of a day. Pure.
public final class PlanDifference {

    private static final Comparator<PlannedActivity> IN_TIME =
            Comparator.comparing((PlannedActivity entry) -> entry.span().start())
                    .thenComparing(entry -> entry.span().end());

    private PlanDifference() {}

    /// What became of an entry, or of the note.
    public enum Kind {
        ADDED,
        REMOVED,
        /// Another start, another end, or both.
        MOVED,
        NOTE
    }

    /// One difference.
    ///
    /// @param activity the entry's, empty for a note
    /// @param before when it was, null for what is new and for a note
    /// @param after when it is, null for what is gone and for a note
    public record Change(
            Kind kind, String activity, @Nullable TimeSpan before, @Nullable TimeSpan after) {}

    /// The differences, in order of time; empty when two versions say the same.
    ///
    /// @param before null: nothing was planned yet
    public static List<Change> between(@Nullable DayPlan before, DayPlan after) {
        var gone = new ArrayList<>(before == null ? List.of() : before.activities());
        var added = new ArrayList<PlannedActivity>();
        for (var entry : after.activities()) {
            if (!gone.remove(entry)) {
                added.add(entry);
            }
        }
        gone.sort(IN_TIME);
        added.sort(IN_TIME);
        var changes = new ArrayList<Change>();
        for (var entry : added) {
            var old = sameActivity(gone, entry);
            if (old == null) {
                changes.add(new Change(Kind.ADDED, entry.activity(), null, entry.span()));
            } else {
                gone.remove(old);
                changes.add(new Change(Kind.MOVED, entry.activity(), old.span(), entry.span()));
            }
        }
        for (var entry : gone) {
            changes.add(new Change(Kind.REMOVED, entry.activity(), entry.span(), null));
        }
        changes.sort(Comparator.comparing(change -> when(change).start()));
        if (!Objects.equals(before == null ? null : before.note(), after.note())) {
            changes.add(new Change(Kind.NOTE, "", null, null));
        }
        return List.copyOf(changes);
    }

    private static @Nullable PlannedActivity sameActivity(
            List<PlannedActivity> entries, PlannedActivity wanted) {
        return entries.stream()
                .filter(entry -> entry.activity().equals(wanted.activity()))
                .findFirst()
                .orElse(null);
    }

    private static TimeSpan when(Change change) {
        return Objects.requireNonNull(change.after() == null ? change.before() : change.after());
    }
}
