package dev.rollcall.api;

import dev.rollcall.shared.ApplicationClock;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The first answers to requests that carried a key, kept for a day. The primary key decides which
/// of several equal requests does the work.
///
/// Each statement commits by itself: a claim is visible to the others before the work begins.
@Component
class FirstAnswers {

    private static final Duration KEPT = Duration.ofHours(24);

    /// After this long whoever claimed a key has died without an answer.
    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private static final Duration BETWEEN_PURGES = Duration.ofMinutes(10);
    private static final int PURGED_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final ApplicationClock clock;
    private final AtomicReference<Instant> lastPurge = new AtomicReference<>(Instant.EPOCH);

    FirstAnswers(JdbcClient jdbc, ApplicationClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Whose key, which key, for which request.
    ///
    /// @param caller the token
    /// @param key the hash of the key
    /// @param fingerprint the hash of method, address and body
    @SuppressWarnings("ArrayRecordComponent") // goes straight to the database, is never compared
    record Request(String caller, byte[] key, byte[] fingerprint) {}

    /// An answer as it was given.
    @SuppressWarnings("ArrayRecordComponent") // goes straight to the wire, is never compared
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /// What became of an attempt to claim a key.
    sealed interface Claim {

        /// The caller does the work, then calls [#keep] or [#forget].
        record Granted() implements Claim {}

        /// Somebody is at it.
        record Taken() implements Claim {}

        /// It was done already.
        record Done(Answer answer) implements Claim {}

        /// The key stands for another request.
        record Other() implements Claim {}
    }

    Claim claim(Request request) {
        purgeNowAndThen();
        for (int attempt = 1; attempt <= 3; attempt++) {
            try {
                insert(request);
                return new Claim.Granted();
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                var claim = find(request);
                if (claim.isPresent()) {
                    return claim.get();
                }
            }
        }
        return new Claim.Taken();
    }

    private void insert(Request request) {
        var now = clock.instant();
        jdbc.sql(
                        """
                        insert into api_idempotency (caller, request_key, fingerprint, claimed_at, expires_at)
                        values (:caller, :key, :fingerprint, :now, :expires)
                        """)
                .param("caller", request.caller())
                .param("key", request.key())
                .param("fingerprint", request.fingerprint())
                .param("now", utc(now))
                .param("expires", utc(now.plus(KEPT)))
                .update();
    }

    /// Looks at the row that was first; empty when it is gone or out of date and the key is free
    /// again.
    private Optional<Claim> find(Request request) {
        var found =
                jdbc.sql(
                                """
                                select fingerprint, claimed_at, expires_at, status, headers, body
                                from api_idempotency where caller = :caller and request_key = :key
                                """)
                        .param("caller", request.caller())
                        .param("key", request.key())
                        .query((row, number) -> read(row, request))
                        .optional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var row = found.get();
        if (!row.outOfDate(clock.instant())) {
            return Optional.of(row.claim());
        }
        jdbc.sql(
                        """
                        delete from api_idempotency
                        where caller = :caller and request_key = :key and claimed_at = :claimed
                        """)
                .param("caller", request.caller())
                .param("key", request.key())
                .param("claimed", utc(row.claimedAt()))
                .update();
        return Optional.empty();
    }

    private static Row read(ResultSet row, Request request) throws SQLException {
        var status = row.getObject("status", Integer.class);
        Claim claim;
        if (!MessageDigest.isEqual(row.getBytes("fingerprint"), request.fingerprint())) {
            claim = new Claim.Other();
        } else if (status == null) {
            claim = new Claim.Taken();
        } else {
            claim =
                    new Claim.Done(
                            new Answer(status, headers(row.getString("headers")), body(row)));
        }
        return new Row(
                claim, status != null, instant(row, "claimed_at"), instant(row, "expires_at"));
    }

    private static byte[] body(ResultSet row) throws SQLException {
        var body = row.getBytes("body");
        return body == null ? new byte[0] : body;
    }

    /// Keeps the answer to a claimed request.
    void keep(Request request, Answer answer) {
        jdbc.sql(
                        """
                        update api_idempotency set status = :status, headers = :headers, body = :body
                        where caller = :caller and request_key = :key
                        """)
                .param("status", answer.status())
                .param("headers", text(answer.headers()))
                .param("body", answer.body())
                .param("caller", request.caller())
                .param("key", request.key())
                .update();
    }

    /// Gives a claimed key back: nothing was done, or it is not known whether.
    void forget(Request request) {
        jdbc.sql(
                        """
                        delete from api_idempotency
                        where caller = :caller and request_key = :key and status is null
                        """)
                .param("caller", request.caller())
                .param("key", request.key())
                .update();
    }

    private void purgeNowAndThen() {
        var now = clock.instant();
        var last = lastPurge.get();
        if (last.plus(BETWEEN_PURGES).isAfter(now) || !lastPurge.compareAndSet(last, now)) {
            return;
        }
        jdbc.sql("delete from api_idempotency where expires_at < :now limit " + PURGED_AT_ONCE)
                .param("now", utc(now))
                .update();
    }

    private static String text(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> headers(@Nullable String text) {
        var headers = new LinkedHashMap<String, String>();
        if (text != null) {
            Arrays.stream(text.split("\n"))
                    .map(line -> line.split(": ", 2))
                    .filter(header -> header.length == 2)
                    .forEach(header -> headers.put(header[0], header[1]));
        }
        return headers;
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private record Row(Claim claim, boolean answered, Instant claimedAt, Instant expiresAt) {

        boolean outOfDate(Instant now) {
            return !expiresAt.isAfter(now)
                    || (!answered && claimedAt.plus(LONGEST_WORK).isBefore(now));
        }
    }
}
