package dev.rollcall.work;

import dev.rollcall.people.AgentId;
import dev.rollcall.people.Channel;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Who is given an item: of those who are active in its group, available, not on a call and below
/// their limits, whoever has been idle longest. Pure.
final class Assignment {

    private static final Comparator<Candidate> LONGEST_IDLE =
            Comparator.comparing(Candidate::idleSince)
                    .thenComparing(Candidate::load)
                    .thenComparing(Candidate::agent);

    private Assignment() {}

    /// @param candidates the members of the item's group
    /// @return empty when nobody may be given it: it waits
    static Optional<AgentId> whoGets(Channel channel, Collection<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.barrier(channel).isEmpty())
                .min(LONGEST_IDLE)
                .map(Candidate::agent);
    }
}
