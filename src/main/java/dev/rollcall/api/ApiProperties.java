package dev.rollcall.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one token may ask of the public interface.
///
/// @param requestsPerSecond how many requests a token may send in the long run
/// @param burst how many it may send at once after a quiet time
@ConfigurationProperties("rollcall.api")
record ApiProperties(
        @DefaultValue("1000") int requestsPerSecond, @DefaultValue("20000") int burst) {}
