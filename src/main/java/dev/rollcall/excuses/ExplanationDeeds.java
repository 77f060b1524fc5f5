package dev.rollcall.excuses;

import dev.rollcall.deeds.DeedKind;
import dev.rollcall.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever decides about explanations can take back.
@Configuration(proxyBeanMethods = false)
class ExplanationDeeds {

    static final String APPROVED = "explanation.approved";
    static final String REJECTED = "explanation.rejected";

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
    @Bean
    static DeedKind<Facts> approvedDeed(Explanations explanations) {
        return decision(APPROVED, "approved", explanations);
    }

    /// An explanation was rejected.
    @Bean
    static DeedKind<Facts> rejectedDeed(Explanations explanations) {
        return decision(REJECTED, "rejected", explanations);
    }

    private static DeedKind<Facts> decision(String code, String key, Explanations explanations) {
        return DeedKind.of(
                code,
                Facts.class,
                (facts, words, locale, zone) -> word(key, facts, words, locale, zone),
                facts -> explanations.reopen(facts.number(), facts.version()));
    }
}
