package dev.rollcall.incentives;

import dev.rollcall.shared.Sentence;
import java.util.Arrays;

/// Sentences about what cannot be accepted.
final class Complaint {

    private Complaint() {}

    static Sentence of(String key, String english, Object... values) {
        return new Sentence("incentives.problem." + key, english, Arrays.asList(values));
    }
}
