package dev.rollcall.security;

import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.shared.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The one way in for somebody who is not a user yet: a link that the log prints when there is no
/// user at all. It works once, for a day, until the next start, and never beside a user. Only the
/// hash of its secret is kept.
@Component
public class SetUp {

    private static final Duration VALIDITY = Duration.ofHours(24);

    private final UserTable table;
    private final Users users;
    private final Access access;
    private final RandomText random;
    private final ApplicationClock clock;
    private final SecurityProperties properties;
    private final AtomicReference<@Nullable Link> current = new AtomicReference<>();

    SetUp(
            UserTable table,
            Users users,
            Access access,
            RandomText random,
            ApplicationClock clock,
            SecurityProperties properties) {
        this.table = table;
        this.users = users;
        this.access = access;
        this.random = random;
        this.clock = clock;
        this.properties = properties;
    }

    /// Makes a link; an older one no longer works.
    String newLink() {
        var secret = random.secret();
        current.set(new Link(SecretHash.of(secret), clock.instant().plus(VALIDITY)));
        var home = properties.publicUrl().toString();
        return (home.endsWith("/") ? home : home + "/") + "setup?token=" + secret;
    }

    /// Whether a link would still let somebody in.
    public boolean isOpen(String token) {
        return good(token) != null && table.isEmpty();
    }

    /// Makes the first admin and closes the door.
    ///
    /// @throws InvalidInput naming every bad field; then the link still works
    /// @throws SetUpClosed when the link no longer works
    public void createAdmin(String token, String email, String name, String password) {
        var link = good(token);
        if (link == null || !current.compareAndSet(link, null)) {
            throw new SetUpClosed();
        }
        try {
            if (!table.isEmpty()) {
                throw new SetUpClosed();
            }
            access.asSystem(
                    "set-up",
                    () ->
                            users.create(
                                    new NewUser(
                                            email,
                                            name,
                                            password,
                                            null,
                                            Set.of(Assignment.everywhere(Role.ADMIN)))));
        } catch (InvalidInput e) {
            current.compareAndSet(null, link);
            throw e;
        }
    }

    private @Nullable Link good(String token) {
        var link = current.get();
        return link != null && clock.instant().isBefore(link.until()) && link.hash().matches(token)
                ? link
                : null;
    }

    private record Link(SecretHash hash, Instant until) {}

    /// The link was used, has expired, or there is a user by now.
    public static final class SetUpClosed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SetUpClosed() {
            super("The set-up link no longer works");
        }
    }
}
