package dev.rollcall.requests.ui;

import dev.rollcall.people.AgentId;
import dev.rollcall.requests.OpenShift;
import dev.rollcall.requests.OpenShifts;
import dev.rollcall.requests.Outlook;
import dev.rollcall.requests.Swap;
import dev.rollcall.requests.Swaps;
import dev.rollcall.requests.TimeOff;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the inbox shows to somebody: what waits, the first day first, and what was decided, the
/// newest decision first.
///
/// @param part for which it was read
/// @param self the agent whoever looks is, who decides nothing about themselves; null: none
/// @param isMoreWaiting whether more waits than was read
record InboxModel(
        InboxPart part,
        @Nullable AgentId self,
        List<Waiting> timeOff,
        List<Swaps.Offer> swaps,
        List<OpenShift> shifts,
        List<Decided> decided,
        boolean isMoreWaiting,
        boolean isMoreDecided) {

    /// Time off that waits, with what approving it would mean where that is shown.
    ///
    /// @param outlook empty where somebody else decides
    record Waiting(TimeOff timeOff, Optional<Outlook> outlook) {}

    /// Something that was decided.
    sealed interface Decided {

        Instant at();

        record OfTimeOff(TimeOff timeOff, Instant at) implements Decided {}

        record OfSwap(Swap swap, Instant at) implements Decided {}

        record OfClaim(OpenShift shift, OpenShift.Claim claim, Instant at) implements Decided {

            static OfClaim of(OpenShifts.Decided decided) {
                var at = decided.claim().settledAt();
                return new OfClaim(
                        decided.shift(),
                        decided.claim(),
                        at == null ? decided.claim().claimedAt() : at);
            }
        }
    }

    boolean isMore() {
        return part == InboxPart.WAITING && isMoreWaiting || isMoreDecided;
    }

    /// Claims somebody has to choose among.
    List<OpenShift> claimed() {
        return shifts.stream()
                .filter(OpenShift::isFree)
                .filter(shift ->
                        shift.claims().stream()
                                .anyMatch(claim -> claim.progress() == OpenShift.Progress.ASKED))
                .toList();
    }

    int number() {
        return timeOff.size() + swaps.size() + claimed().size();
    }

    boolean isOwn(Swap swap) {
        return self != null && (self.equals(swap.from()) || self.equals(swap.taker()));
    }

    boolean isOwn(OpenShift.Claim claim) {
        return claim.agent().equals(self);
    }
}
