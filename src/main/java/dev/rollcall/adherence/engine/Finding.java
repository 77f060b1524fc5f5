package dev.rollcall.adherence.engine;

import dev.rollcall.shared.TimeSpan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was found at one instant, and everything that made it so.
///
/// @param at the instant
/// @param piece what was scheduled, null outside every entry
/// @param presence what the person did, `BASE` or `BASE/CODE`
/// @param verdict what the pair of the two means; NEUTRAL outside every entry unless work there is
///   an exception
/// @param rule the mapping rule that said so; null where none was asked, or none speaks of the pair
/// @param grace the grace of what was scheduled, null outside every entry
/// @param run the whole stretch of OUT time the instant lies in, null when it lies in none; it ends
///   where the judged time ends while it still goes on
/// @param judged the stretch with the same presence and judgement
public record Finding(
        Instant at,
        @Nullable Piece piece,
        String presence,
        Verdict verdict,
        @Nullable MappingRule rule,
        @Nullable Grace grace,
        @Nullable TimeSpan run,
        JudgedSpan judged) {

    public Judgement judgement() {
        return judged.judgement();
    }

    /// Whether nothing is known because the feed that speaks for the person was silent.
    public boolean isSilence() {
        return Rules.isUnknown(presence);
    }
}
