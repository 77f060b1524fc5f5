package dev.rollcall.adherence.engine;

import dev.rollcall.shared.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Time of a break that a contact took, and what became of it: it follows the person to the end of
/// their break, so that they may come back as much later.
///
/// @param activity the break the contact ran into
/// @param contact since when they had been in contact
/// @param overrun how far the contact ran into the break; as long as the credit is
/// @param used when it was used up, in order; nothing of it twice
public record Credit(String activity, Instant contact, TimeSpan overrun, List<TimeSpan> used) {

    public Credit {
        used = List.copyOf(used);
    }

    public Duration granted() {
        return overrun.duration();
    }

    /// What may still be used.
    public Duration left() {
        return used.stream().map(TimeSpan::duration).reduce(granted(), Duration::minus);
    }

    boolean isUsedUp() {
        return left().isZero();
    }
}
