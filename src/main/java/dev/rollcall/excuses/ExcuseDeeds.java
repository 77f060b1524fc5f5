package dev.rollcall.excuses;

import dev.rollcall.deeds.DeedKind;
import dev.rollcall.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever excuses people can take back.
@Configuration(proxyBeanMethods = false)
class ExcuseDeeds {

    static final String GIVEN = "excuse.given";
    static final String GIVEN_EACH = "excuse.given-each";
    static final String ENDED = "excuse.ended";
    static final String TAKEN_BACK = "excuse.taken-back";

    /// @param whom whom or what it is for, empty for everybody
    /// @param covered how many people that were
    /// @param until null: nobody knew
    record Facts(long number, String whom, int covered, Instant from, @Nullable Instant until) {}

    /// Several that were given at once.
    record Each(List<Facts> excuses) {}

    /// @param before when it ended before; null: nobody knew
    record Ended(Facts excuse, @Nullable Instant before) {}

    private static String word(String key, Facts facts, Words words, Locale locale, ZoneId zone) {
        var times = new SpanWords(words, locale, zone);
        return words.get(
                "excuses.deed." + key,
                facts.whom().isEmpty() ? words.get("excuses.reach.EVERYBODY") : facts.whom(),
                facts.covered(),
                times.span(facts.from(), facts.until()));
    }

    /// Somebody was excused.
    @Bean
    static DeedKind<Facts> givenDeed(Excuses excuses) {
        return DeedKind.of(
                GIVEN,
                Facts.class,
                wording("given", facts -> facts),
                facts -> excuses.takeBackAsGiven(facts.number(), facts.until()));
    }

    /// Several people were excused, each for a time of their own.
    @Bean
    static DeedKind<Each> givenEachDeed(Excuses excuses) {
        return DeedKind.of(
                GIVEN_EACH,
                Each.class,
                (facts, words, _, _) -> words.get("excuses.deed.givenEach", facts.excuses().size()),
                facts ->
                        facts.excuses()
                                .forEach(each ->
                                        excuses.takeBackAsGiven(each.number(), each.until())));
    }

    /// An excuse was ended.
    @Bean
    static DeedKind<Ended> endedDeed(Excuses excuses) {
        return DeedKind.of(
                ENDED,
                Ended.class,
                wording("ended", Ended::excuse),
                facts -> {
                    var until = facts.excuse().until();
                    if (until != null) {
                        excuses.endAgain(facts.excuse().number(), until, facts.before());
                    }
                });
    }

    /// An excuse was taken back.
    @Bean
    static DeedKind<Facts> takenBackDeed(Excuses excuses) {
        return DeedKind.of(
                TAKEN_BACK,
                Facts.class,
                wording("takenBack", facts -> facts),
                facts -> excuses.giveAgain(facts.number()));
    }

    private static <F extends Record> DeedKind.Wording<F> wording(
            String key, Function<F, Facts> of) {
        return (facts, words, locale, zone) -> word(key, of.apply(facts), words, locale, zone);
    }
}
