package dev.rollcall.quality;

import dev.rollcall.shared.InvalidInput;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What became of one interaction.
///
/// @param id as given, null when it had none
/// @param code why it was rejected: `unknown-agent`, `clock-skew` or `bad-event`; null otherwise
/// @param problems a sentence for each bad field of a rejected one
public record InteractionResult(
        @Nullable String id,
        Outcome outcome,
        @Nullable String code,
        List<InvalidInput.Problem> problems) {

    public static final String UNKNOWN_AGENT = "unknown-agent";
    public static final String CLOCK_SKEW = "clock-skew";
    public static final String BAD = "bad-event";

    public InteractionResult {
        problems = List.copyOf(problems);
    }

    public enum Outcome {
        /// New, or a newer version of what was known.
        ACCEPTED,
        /// Known in this version or a newer one.
        DUPLICATE,
        REJECTED
    }

    static InteractionResult of(String id, Outcome outcome) {
        return new InteractionResult(id, outcome, null, List.of());
    }

    /// One that was no interaction at all, or none the sender may tell of.
    public static InteractionResult rejected(
            @Nullable String id, String code, List<InvalidInput.Problem> problems) {
        return new InteractionResult(id, Outcome.REJECTED, code, problems);
    }

    /// All sentences, for the sender.
    public String detail() {
        return problems.stream().map(InvalidInput.Problem::detail).collect(Collectors.joining(" "));
    }
}
