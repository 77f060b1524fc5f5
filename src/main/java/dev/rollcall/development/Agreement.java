package dev.rollcall.development;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who of both owners agreed to a goal as it stands, and when. Whoever writes or changes it agrees
/// to what they wrote; the other's word was for what it said before. Pure.
///
/// @param person null: the person did not
/// @param lead null: nobody who looks after them did
public record Agreement(@Nullable Instant person, @Nullable Instant lead) {

    /// Of a goal that one of them wrote, or wrote anew.
    static Agreement writtenBy(Side side, Instant at) {
        return side == Side.PERSON ? new Agreement(at, null) : new Agreement(null, at);
    }

    /// With the word of one of them.
    Agreement with(Side side, Instant at) {
        return side == Side.PERSON ? new Agreement(at, lead) : new Agreement(person, at);
    }

    public boolean isOf(Side side) {
        return (side == Side.PERSON ? person : lead) != null;
    }

    /// Whether both agreed.
    public boolean isWhole() {
        return person != null && lead != null;
    }

    /// Whose word is missing; empty when both agreed.
    public Optional<Side> waitsFor() {
        return isWhole() ? Optional.empty() : Optional.of(person == null ? Side.PERSON : Side.LEAD);
    }
}
