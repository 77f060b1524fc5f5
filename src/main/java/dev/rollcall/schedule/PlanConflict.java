package dev.rollcall.schedule;

import java.time.LocalDate;
import org.springframework.dao.OptimisticLockingFailureException;

/// Somebody else wrote the day first. The message is for people: it says who and when.
public final class PlanConflict extends OptimisticLockingFailureException {

    private static final long serialVersionUID = 1L;

    private final int currentVersion;

    private PlanConflict(String message, int currentVersion) {
        super(message);
        this.currentVersion = currentVersion;
    }

    static PlanConflict with(DayPlan current, int expectedVersion) {
        return new PlanConflict(
                current.changedBy()
                        + " wrote version "
                        + current.version()
                        + " of "
                        + current.date()
                        + " at "
                        + current.changedAt()
                        + (expectedVersion == 0
                                ? ", and you expected none."
                                : ", and you expected version " + expectedVersion + ".")
                        + " Read the day again and repeat your change.",
                current.version());
    }

    static PlanConflict nothingPlanned(LocalDate date, int expectedVersion) {
        return new PlanConflict(
                "Nothing is planned for "
                        + date
                        + " yet, and you expected version "
                        + expectedVersion
                        + ". Read the day again and repeat your change.",
                0);
    }

    /// The version the day is at; 0 when nothing was ever planned.
    public int currentVersion() {
        return currentVersion;
    }
}
