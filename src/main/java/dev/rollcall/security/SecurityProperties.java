package dev.rollcall.security;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param publicUrl where people reach Rollcall; used in links and to know one's own origin
/// @param admin the first admin, made when there is no user yet
/// @param metrics who may read the metrics
@ConfigurationProperties("rollcall")
record SecurityProperties(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue Admin admin,
        @DefaultValue Metrics metrics) {

    /// @param token what a monitoring system sends as its bearer token; empty: nobody may read
    record Metrics(@DefaultValue("") String token) {

        private static final int SHORTEST = 20;

        Metrics {
            if (!token.isEmpty() && token.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "ROLLCALL_METRICS_TOKEN needs at least %d characters; make one with:"
                                        .formatted(SHORTEST)
                                + " openssl rand -hex 24");
            }
        }

        @Override
        public String toString() {
            return "Metrics[…]";
        }
    }

    /// @param email how they sign in; without it a set-up link is offered in the log
    /// @param password at least 12 characters
    record Admin(@Nullable String email, @Nullable String password) {

        @Override
        public String toString() {
            return "Admin[…]";
        }
    }
}
