package dev.rollcall.readiness;

import dev.rollcall.kit.Words;
import java.util.Locale;
import java.util.function.BiFunction;

/// One thing that has to be settled before workforce management works. A bean of this type is
/// enough; the order of the page is Spring's `@Order`.
public interface SetupStep {

    /// Where its words begin in the translations: with `.title` its name, with `.what` what it is
    /// for, in a sentence.
    String words();

    /// How it stands now, computed from what is there. Asked when somebody opens the page, in their
    /// name; what they may not see is not in it.
    ///
    /// @param words in the reader's language, for names
    /// @param locale of the reader
    Standing standing(Words words, Locale locale);

    /// A step made of its parts.
    ///
    /// @param standing see [#standing]
    static SetupStep of(String words, BiFunction<Words, Locale, Standing> standing) {
        return new SetupStep() {

            @Override
            public String words() {
                return words;
            }

            @Override
            public Standing standing(Words spoken, Locale locale) {
                return standing.apply(spoken, locale);
            }
        };
    }
}
