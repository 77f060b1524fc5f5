package dev.rollcall.feedback;

import dev.rollcall.deeds.DeedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What whoever gives feedback can take back.
@Configuration(proxyBeanMethods = false)
class FeedbackDeeds {

    static final String GIVEN = "feedback.given";

    /// @param to what people call its receiver
    record Facts(long number, String to) {}

    /// Feedback was given.
    @Bean
    static DeedKind<Facts> feedbackGivenDeed(GiveFeedback feedback) {
        return DeedKind.of(
                GIVEN,
                Facts.class,
                (facts, words, _, _) -> words.get("feedback.deed.given", facts.to()),
                facts -> feedback.takeBack(facts.number()));
    }
}
