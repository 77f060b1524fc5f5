package dev.rollcall.planner;

import dev.rollcall.schedule.PlannedActivity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One person's day as planners see it: the draft where there is one, else what is published.
///
/// @param entries what it holds now, in the order that decides within a layer
/// @param published what everybody else sees
/// @param draft null where nothing is drafted
public record RosterDay(
        DayKey key,
        List<PlannedActivity> entries,
        List<PlannedActivity> published,
        Seen seen,
        @Nullable Draft draft) {

    public RosterDay {
        entries = List.copyOf(entries);
        published = List.copyOf(published);
    }

    /// Who drafted it last.
    ///
    /// @param baseVersion the published version it began with
    public record Draft(int baseVersion, String changedBy, Instant changedAt) {}

    public boolean isDraft() {
        return draft != null;
    }

    /// Whether something else was published since its draft was begun: to publish the draft would
    /// undo that unseen.
    public boolean isOvertaken() {
        return draft != null && draft.baseVersion() != seen.version();
    }
}
