package dev.rollcall.requests;

import dev.rollcall.shared.InvalidInput;

/// What whoever decides says to whoever asked.
final class Answers {

    private Answers() {}

    /// An answer without the space around it.
    ///
    /// @param required whether nothing is no answer
    /// @throws InvalidInput when there is none though there has to be, or it is too long
    static String checked(String answer, boolean required) {
        var text = answer.strip();
        var problems = new InvalidInput.Collector();
        problems.check(!required || !text.isEmpty(), "/answer", RequestComplaint.NO_ANSWER.with());
        problems.check(
                text.codePointCount(0, text.length()) <= TimeOffs.LONGEST_TEXT,
                "/answer",
                RequestComplaint.TEXT_TOO_LONG.with(TimeOffs.LONGEST_TEXT));
        problems.throwIfAny();
        return text;
    }
}
