package dev.rollcall.incentives;

import dev.rollcall.people.AgentId;
import java.util.List;

/// What a scheme would have come to, had it been live.
///
/// @param version tried
/// @param periods the latest first
public record DryRun(SchemeVersion version, List<Tried> periods) {

    public DryRun {
        periods = List.copyOf(periods);
    }

    /// One period.
    ///
    /// @param waiting whether figures may yet move
    /// @param people those whose points the caller may see
    public record Tried(Period period, Sums sums, boolean waiting, List<Line> people) {

        public Tried {
            people = List.copyOf(people);
        }
    }

    /// One person whose figures the caller may see.
    public record Line(AgentId agent, long points, Reason reason) {}
}
