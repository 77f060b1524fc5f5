package dev.rollcall.security;

import dev.rollcall.shared.ApplicationClock;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses passwords: ten wrong ones for an account from one address, a hundred
/// from one address whatever the account, then a quarter of an hour of rest. Accounts that do not
/// exist are treated the same.
///
/// An attempt is paid for before the password is compared and paid back when it was right, so that
/// many at once gain nothing. The memory is bounded; what was longest not asked for is forgotten
/// first.
@Component
class LoginThrottle {

    static final int WRONG_PASSWORDS_PER_ACCOUNT = 10;
    static final int WRONG_PASSWORDS_PER_ADDRESS = 100;
    static final Duration REST = Duration.ofMinutes(15);
    private static final int MOST_KEPT = 20_000;

    private final TimeMeter time;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(256, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_KEPT;
                }
            };

    LoginThrottle(ApplicationClock clock) {
        this.time =
                new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return true;
                    }
                };
    }

    /// Takes one attempt.
    ///
    /// @return false when there is none left for now
    boolean take(String account, String address) {
        return bucket(address, WRONG_PASSWORDS_PER_ADDRESS).tryConsume(1)
                && bucket(key(account, address), WRONG_PASSWORDS_PER_ACCOUNT).tryConsume(1);
    }

    /// The attempt was right: the account starts afresh, the address gets its attempt back.
    void succeeded(String account, String address) {
        bucket(key(account, address), WRONG_PASSWORDS_PER_ACCOUNT).reset();
        bucket(address, WRONG_PASSWORDS_PER_ADDRESS).addTokens(1);
    }

    void forgetEverything() {
        synchronized (buckets) {
            buckets.clear();
        }
    }

    private static String key(String account, String address) {
        return address + " " + account.strip().toLowerCase(Locale.ROOT);
    }

    private Bucket bucket(String key, int attempts) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    _ ->
                            Bucket.builder()
                                    .addLimit(limit ->
                                            limit.capacity(attempts)
                                                    .refillIntervally(attempts, REST))
                                    .withCustomTimePrecision(time)
                                    .build());
        }
    }
}
