package dev.rollcall.adherence;

import dev.rollcall.kit.Words;
import dev.rollcall.shared.TimeSpan;
import java.time.Instant;

/// A stretch of a person's time for which being out is excused, and why. Time in adherence that it
/// covers stays what it is.
///
/// @param span ends far away while it goes on
/// @param goesOn whether nobody has said yet when it ends
/// @param reason what people call its reason
/// @param note what was said besides, empty for nothing
/// @param by who gave it, as people call them
/// @param at when it was given
public record Excusal(
        TimeSpan span, boolean goesOn, Reason reason, String note, String by, Instant at) {

    /// The end of what goes on.
    public static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

    /// A part of it.
    public Excusal during(TimeSpan part) {
        return new Excusal(part, part.end().equals(OPEN), reason, note, by, at);
    }

    /// What people call a reason, in the language of whoever reads.
    @FunctionalInterface
    public interface Reason {
        String name(Words words);
    }
}
