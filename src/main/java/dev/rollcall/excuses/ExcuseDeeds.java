package dev.rollcall.excuses;

import dev.rollcall.deeds.DeedKind;
import dev.rollcall.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What whoever excuses people can take back.
final class ExcuseDeeds {

    static final String GIVEN = "excuse.given";
    static final String ENDED = "excuse.ended";
    static final String TAKEN_BACK = "excuse.taken-back";

    private ExcuseDeeds() {}

    /// @param whom whom or what it is for, empty for everybody
    /// @param covered how many people that were
    /// @param until null: nobody knew
    record Facts(long number, String whom, int covered, Instant from, @Nullable Instant until) {}

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
    @Component
    static class Given implements DeedKind<Facts> {

        private final Excuses excuses;

        Given(Excuses excuses) {
            this.excuses = excuses;
        }

        @Override
        public String code() {
            return GIVEN;
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public String word(Facts facts, Words words, Locale locale, ZoneId zone) {
            return ExcuseDeeds.word("given", facts, words, locale, zone);
        }

        @Override
        public void undo(Facts facts) {
            excuses.takeBackAsGiven(facts.number(), facts.until());
        }
    }

    /// An excuse was ended.
    @Component
    static class EndedKind implements DeedKind<Ended> {

        private final Excuses excuses;

        EndedKind(Excuses excuses) {
            this.excuses = excuses;
        }

        @Override
        public String code() {
            return ENDED;
        }

        @Override
        public Class<Ended> facts() {
            return Ended.class;
        }

        @Override
        public String word(Ended facts, Words words, Locale locale, ZoneId zone) {
            return ExcuseDeeds.word("ended", facts.excuse(), words, locale, zone);
        }

        @Override
        public void undo(Ended facts) {
            var until = facts.excuse().until();
            if (until != null) {
                excuses.endAgain(facts.excuse().number(), until, facts.before());
            }
        }
    }

    /// An excuse was taken back.
    @Component
    static class TakenBack implements DeedKind<Facts> {

        private final Excuses excuses;

        TakenBack(Excuses excuses) {
            this.excuses = excuses;
        }

        @Override
        public String code() {
            return TAKEN_BACK;
        }

        @Override
        public Class<Facts> facts() {
            return Facts.class;
        }

        @Override
        public String word(Facts facts, Words words, Locale locale, ZoneId zone) {
            return ExcuseDeeds.word("takenBack", facts, words, locale, zone);
        }

        @Override
        public void undo(Facts facts) {
            excuses.giveAgain(facts.number());
        }
    }
}
