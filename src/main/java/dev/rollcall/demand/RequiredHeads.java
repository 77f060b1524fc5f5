package dev.rollcall.demand;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How many people should be planned, half hour by half hour, without a gap and in order. Breaks,
/// training and sickness are in it already: these are heads on the plan, not heads at work.
public record RequiredHeads(List<HalfHour> halfHours) {

    public RequiredHeads {
        halfHours = List.copyOf(halfHours);
    }

    /// @param start on a full or half hour of UTC
    /// @param heads null: nobody has said what is expected then
    public record HalfHour(Instant start, @Nullable Integer heads) {}

    /// The heads of the half hour an instant lies in; empty where nobody has said, and outside.
    public OptionalInt at(Instant instant) {
        if (halfHours.isEmpty()) {
            return OptionalInt.empty();
        }
        var first = halfHours.getFirst().start();
        long index =
                Math.floorDiv(
                        instant.getEpochSecond() - first.getEpochSecond(),
                        HalfHours.LENGTH.toSeconds());
        if (index < 0 || index >= halfHours.size()) {
            return OptionalInt.empty();
        }
        var heads = halfHours.get((int) index).heads();
        return heads == null ? OptionalInt.empty() : OptionalInt.of(heads);
    }

    /// Whether anybody has said anything about the whole time.
    public boolean isKnown() {
        return halfHours.stream().anyMatch(halfHour -> halfHour.heads() != null);
    }
}
