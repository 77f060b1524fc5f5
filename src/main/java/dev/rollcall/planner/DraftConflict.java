package dev.rollcall.planner;

import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;

/// Somebody else planned some of the days first; none of the edit was done.
public final class DraftConflict extends OptimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    private final transient List<RosterDay> days;

    DraftConflict(List<RosterDay> days) {
        super(
                "Somebody else changed %d of the days meanwhile. Look at them again and repeat what you did."
                        .formatted(days.size()));
        this.days = List.copyOf(days);
    }

    /// The days that are no longer as they were seen, as they are now.
    public List<RosterDay> days() {
        return days;
    }
}
