package dev.rollcall.security;

import dev.rollcall.shared.ApplicationClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one-time links by which users choose their password. Each user has one at most; only the
/// hash of its secret is kept. Writing takes part in the caller's transaction.
@Component
class SignInLinks {

    static final Duration VALIDITY = Duration.ofDays(7);

    private final JdbcClient database;
    private final RandomText random;
    private final ApplicationClock clock;
    private final SecurityProperties properties;

    SignInLinks(
            JdbcClient database,
            RandomText random,
            ApplicationClock clock,
            SecurityProperties properties) {
        this.database = database;
        this.random = random;
        this.clock = clock;
        this.properties = properties;
    }

    /// Makes a link; an older one of the same user no longer works.
    IssuedLink issue(User user) {
        var secret = random.secret();
        var now = clock.instant();
        var until = now.plus(VALIDITY);
        database.sql(
                        """
                        replace into sign_in_link (user_id, secret_hash, created_at, expires_at)
                        values (?, ?, ?, ?)
                        """)
                .params(user.id().value(), SecretHash.of(secret).bytes(), local(now), local(until))
                .update();
        var home = properties.publicUrl().toString();
        return new IssuedLink(
                user, (home.endsWith("/") ? home : home + "/") + "welcome?token=" + secret, until);
    }

    /// Whose link a secret opens now; empty when it opens none: unknown, used, replaced or expired,
    /// which all look the same.
    Optional<UserId> holder(String secret) {
        return holder(secret, "");
    }

    /// As [#holder], and keeps others from using the link before this transaction ends.
    Optional<UserId> lock(String secret) {
        return holder(secret, " for update");
    }

    private Optional<UserId> holder(String secret, String locking) {
        return database.sql(
                        "select user_id from sign_in_link where secret_hash = ? and expires_at > ?"
                                + locking)
                .params(SecretHash.of(secret).bytes(), local(clock.instant()))
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }

    /// Ends the link of a user, if there is one.
    void end(UserId user) {
        database.sql("delete from sign_in_link where user_id = ?").param(user.value()).update();
    }

    /// Until when each user's link works, for those that still do.
    Map<UserId, Instant> open() {
        Map<UserId, Instant> open = new HashMap<>();
        database.sql("select user_id, expires_at from sign_in_link where expires_at > ?")
                .param(local(clock.instant()))
                .query(row -> {
                    open.put(
                            new UserId(row.getLong("user_id")),
                            row.getObject("expires_at", LocalDateTime.class)
                                    .toInstant(ZoneOffset.UTC));
                });
        return open;
    }

    private static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
