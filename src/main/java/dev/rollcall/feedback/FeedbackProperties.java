package dev.rollcall.feedback;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param keep how long what people said to each other is kept
/// @param keepRounds how long anonymous rounds are kept after their end
@ConfigurationProperties("rollcall.feedback")
record FeedbackProperties(
        @DefaultValue("730d") Duration keep, @DefaultValue("1095d") Duration keepRounds) {}
