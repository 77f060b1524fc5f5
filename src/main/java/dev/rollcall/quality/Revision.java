package dev.rollcall.quality;

import java.time.Instant;
import java.util.Map;

/// What was answered, the first time or after a dispute.
///
/// @param number from 1 on
/// @param comment for the person, empty for none
/// @param writtenBy by name
public record Revision(
        int number,
        Map<String, Answer> answers,
        String comment,
        Instant writtenAt,
        String writtenBy) {

    public Revision {
        answers = Map.copyOf(answers);
    }
}
