package dev.rollcall.deeds;

import dev.rollcall.kit.Words;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;

/// One kind of thing people do on behalf of others. A bean of this type is enough.
///
/// @param <F> the facts: a record of texts, numbers, instants and dates, or lists of such. It is
///   kept as JSON for a month, so a component that is added later must be nullable.
public interface DeedKind<F extends Record> {

    /// Never changes: kept deeds name it. Small letters, digits, dots and hyphens, for example
    /// `excuse.given`.
    String code();

    Class<F> facts();

    /// What was done, in one sentence, from the facts and from memory.
    String word(F facts, Words words, Locale locale, ZoneId zone);

    /// Takes it back, in the caller's transaction and name: through services that check again
    /// whether the caller may, and that write it down.
    ///
    /// @throws org.springframework.dao.OptimisticLockingFailureException when somebody has changed
    ///   it meanwhile
    void undo(F facts);

    /// A kind made of its parts.
    ///
    /// @param undo see [#undo]
    static <F extends Record> DeedKind<F> of(
            String code, Class<F> facts, Wording<F> wording, Consumer<F> undo) {
        return new DeedKind<>() {

            @Override
            public String code() {
                return code;
            }

            @Override
            public Class<F> facts() {
                return facts;
            }

            @Override
            public String word(F of, Words words, Locale locale, ZoneId zone) {
                return wording.word(of, words, locale, zone);
            }

            @Override
            public void undo(F of) {
                undo.accept(of);
            }
        };
    }

    /// What was done, in one sentence, see [DeedKind#word].
    interface Wording<F extends Record> {
        String word(F facts, Words words, Locale locale, ZoneId zone);
    }
}
