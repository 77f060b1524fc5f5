package dev.rollcall.requests;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupId;
import dev.rollcall.people.UnitId;
import dev.rollcall.schedule.PlannedActivity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A shift nobody has yet, for people of a unit to claim.
///
/// @param number unique, counting up
/// @param unit whose people may claim it, those of the units below it among them
/// @param group of which they have to be; null: any
/// @param entries what becomes the plan of whoever gets it
/// @param places how many people can get it
/// @param taken how many have it
/// @param firstCome whether the first who claims it gets it where the planner's rules have nothing
///   to say; else somebody chooses
/// @param postedBy the name of whoever posted it
/// @param closed whether it can no longer be claimed
/// @param claims in the order they came
/// @param version counts the changes; guards against deciding on what has changed
public record OpenShift(
        long number,
        UnitId unit,
        @Nullable GroupId group,
        LocalDate date,
        List<PlannedActivity> entries,
        int places,
        int taken,
        boolean firstCome,
        String postedBy,
        boolean closed,
        List<Claim> claims,
        long version) {

    /// Who decides where the first who claims a shift gets it.
    static final String FIRST_COME = "first come";

    public OpenShift {
        entries = List.copyOf(entries);
        claims = List.copyOf(claims);
    }

    /// Somebody who would like to have it, or has it.
    ///
    /// @param decidedBy the name of whoever decided, null while it waits
    /// @param settledAt when it was decided; of those decided before that was kept, when it was
    ///   made; null while it waits
    /// @param answer what whoever decided said, null for nothing
    /// @param findings what there is to say about it, as it was when it was claimed
    public record Claim(
            AgentId agent,
            Progress progress,
            Instant claimedAt,
            @Nullable String decidedBy,
            @Nullable Instant settledAt,
            @Nullable String answer,
            List<Finding> findings) {

        public Claim {
            findings = List.copyOf(findings);
        }

        /// Whether whoever came first has it, and nobody chose.
        public boolean isByRule() {
            return progress != Progress.ASKED
                    && (decidedBy == null || decidedBy.equals(FIRST_COME));
        }
    }

    /// What became of a claim.
    public enum Progress {
        /// Somebody chooses.
        ASKED,
        /// It is in their plan.
        GIVEN,
        DECLINED
    }

    public boolean isFree() {
        return !closed && taken < places;
    }

    public Optional<Claim> claimOf(AgentId agent) {
        return claims.stream().filter(claim -> claim.agent().equals(agent)).findFirst();
    }
}
