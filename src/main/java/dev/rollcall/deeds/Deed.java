package dev.rollcall.deeds;

import dev.rollcall.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something its doer may take back for a while.
///
/// @param undoneAt when it was taken back, null: it was not
public record Deed(long number, Done<?> done, Instant at, @Nullable Instant undoneAt) {

    /// What was done, with its facts.
    public record Done<F extends Record>(DeedKind<F> kind, F facts) {

        String word(Words words, Locale locale, ZoneId zone) {
            return kind.word(facts, words, locale, zone);
        }

        void undo() {
            kind.undo(facts);
        }
    }

    /// What was done, in a sentence.
    public String sentence(Words words, Locale locale, ZoneId zone) {
        return done.word(words, locale, zone);
    }

    /// Whether it can still be taken back at an instant.
    public boolean isUndoable(Instant now) {
        return undoneAt == null && now.isBefore(at.plus(Deeds.UNDOABLE));
    }
}
