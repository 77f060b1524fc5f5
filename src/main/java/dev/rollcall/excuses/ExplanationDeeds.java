package dev.rollcall.excuses;

import dev.rollcall.deeds.DeedKind;
import dev.rollcall.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What whoever decides about explanations can take back.
final class ExplanationDeeds {

    static final String APPROVED = "explanation.approved";
    static final String REJECTED = "explanation.rejected";

    private ExplanationDeeds() {}

    /// @param until null: it went on
    /// @param version the one the decision made
    record Facts(long number, String whose, Instant from, @Nullable Instant until, long version) {}

    private static String word(String key, Facts facts, Words words, Locale locale, ZoneId zone) {
        return words.get(
                "excuses.deed." + key,
                facts.whose(),
                new SpanWords(words, locale, zone).span(facts.from(), facts.until()));
    }

    /// An explanation was approved.
    @Component
    static class Approved implements DeedKind<Facts> {

        private final Explanations explanations;

        Approved(Explanations explanations) {
            this.explanations = explanations;
        }

        @Override
        public String code() {
            return APPROVED;
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public String word(Facts facts, Words words, Locale locale, ZoneId zone) {
            return ExplanationDeeds.word("approved", facts, words, locale, zone);
        }

        @Override
        public void undo(Facts facts) {
            explanations.reopen(facts.number(), facts.version());
        }
    }

    /// An explanation was rejected.
    @Component
    static class Rejected implements DeedKind<Facts> {

        private final Explanations explanations;

        Rejected(Explanations explanations) {
            this.explanations = explanations;
        }

        @Override
        public String code() {
            return REJECTED;
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public String word(Facts facts, Words words, Locale locale, ZoneId zone) {
            return ExplanationDeeds.word("rejected", facts, words, locale, zone);
        }

        @Override
        public void undo(Facts facts) {
            explanations.reopen(facts.number(), facts.version());
        }
    }
}
