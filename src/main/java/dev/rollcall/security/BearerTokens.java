package dev.rollcall.security;

import dev.rollcall.database.Reserve;
import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells whose a bearer token is. The text is `rc_<prefix>_<secret>`; the prefix finds the token,
/// the hash of the secret proves it.
@Component
class BearerTokens {

    private static final Logger log = LoggerFactory.getLogger(BearerTokens.class);
    private static final Pattern TEXT = Pattern.compile("rc_([a-z0-9]{10})_([A-Za-z0-9_-]{43})");
    private static final Duration LAST_USE_TO = Duration.ofMinutes(1);

    private final Grants grants;
    private final JdbcClient database;
    private final ApplicationClock clock;
    private final Map<String, Instant> lastWritten = new ConcurrentHashMap<>();

    BearerTokens(Grants grants, JdbcClient database, ApplicationClock clock) {
        this.grants = grants;
        this.database = database;
        this.clock = clock;
    }

    static String text(String prefix, String secret) {
        return "rc_" + prefix + "_" + secret;
    }

    /// The program that sends a token; empty when it opens nothing: unknown, wrong, expired or
    /// revoked, which all look the same from outside.
    Optional<TokenCaller> caller(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var prefix = parts.group(1);
        var token = grants.goodToken(prefix);
        if (token.isEmpty() || !token.get().secretHash().matches(parts.group(2))) {
            return Optional.empty();
        }
        noteUse(prefix);
        return Optional.of(new TokenCaller(prefix));
    }

    /// To the minute: a busy feed must not write a row with each call.
    private void noteUse(String prefix) {
        var now = clock.instant();
        var last = lastWritten.get(prefix);
        if (last != null && now.isBefore(last.plus(LAST_USE_TO)) && !now.isBefore(last)) {
            return;
        }
        lastWritten.put(prefix, now);
        try {
            Reserve.using(() -> {
                database.sql("update api_token set last_used_at = ? where prefix = ?")
                        .params(LocalDateTime.ofInstant(now, ZoneOffset.UTC), prefix)
                        .update();
            });
            grants.used(prefix, now);
        } catch (DataAccessException e) {
            log.warn("The last use of token {} could not be written down", prefix);
        }
    }
}
