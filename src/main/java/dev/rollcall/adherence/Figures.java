package dev.rollcall.adherence;

import dev.rollcall.adherence.engine.Assessment;
import dev.rollcall.adherence.engine.Tally;
import dev.rollcall.shared.Percent;
import java.time.Duration;
import java.util.Optional;

/// The three figures with what they stand on: of a person's day, or added up over days and people.
///
/// @param scheduled time inside any entry
/// @param scheduledWork time inside entries of the category WORK
/// @param working time in a working presence
/// @param neutral scheduled time that counts neither way
/// @param unmapped scheduled time whose pair nobody mapped
/// @param unscheduledWork time in a working presence outside every entry
/// @param raw without grace and excuses
/// @param tolerated after grace
/// @param score after grace and excuses: the headline
/// @param deviations how many runs there were
/// @param afterwards how much of all this became so only after the days had ended
public record Figures(
        Duration scheduled,
        Duration scheduledWork,
        Duration working,
        Duration neutral,
        Duration unmapped,
        Duration unscheduledWork,
        Tally raw,
        Tally tolerated,
        Tally score,
        int deviations,
        Afterwards afterwards) {

    public static final Figures NONE =
            new Figures(
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO,
                    Tally.NONE,
                    Tally.NONE,
                    Tally.NONE,
                    0,
                    Afterwards.NOTHING);

    static Figures of(Assessment assessment) {
        return of(assessment, Afterwards.NOTHING);
    }

    static Figures of(Assessment assessment, Afterwards afterwards) {
        return new Figures(
                assessment.scheduled(),
                assessment.scheduledWork(),
                assessment.working(),
                assessment.neutral(),
                assessment.unmapped(),
                assessment.unscheduledWork(),
                assessment.raw(),
                assessment.tolerated(),
                assessment.score(),
                assessment.deviations().size(),
                afterwards);
    }

    /// Adds seconds, never percentages.
    public Figures plus(Figures other) {
        return new Figures(
                scheduled.plus(other.scheduled),
                scheduledWork.plus(other.scheduledWork),
                working.plus(other.working),
                neutral.plus(other.neutral),
                unmapped.plus(other.unmapped),
                unscheduledWork.plus(other.unscheduledWork),
                raw.plus(other.raw),
                tolerated.plus(other.tolerated),
                score.plus(other.score),
                deviations + other.deviations,
                afterwards.plus(other.afterwards));
    }

    /// Takes seconds away that were added before.
    public Figures minus(Figures other) {
        return new Figures(
                scheduled.minus(other.scheduled),
                scheduledWork.minus(other.scheduledWork),
                working.minus(other.working),
                neutral.minus(other.neutral),
                unmapped.minus(other.unmapped),
                unscheduledWork.minus(other.unscheduledWork),
                raw.minus(other.raw),
                tolerated.minus(other.tolerated),
                score.minus(other.score),
                deviations - other.deviations,
                afterwards.minus(other.afterwards));
    }

    /// Working time against scheduled work; empty when no work was scheduled.
    public Optional<Percent> conformance() {
        return Percent.of(working, scheduledWork);
    }
}
