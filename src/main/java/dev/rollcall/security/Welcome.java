package dev.rollcall.security;

import dev.rollcall.audit.Actor;
import dev.rollcall.audit.AuditLog;
import dev.rollcall.database.Retries;
import dev.rollcall.shared.InvalidInput;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Where a one-time link leads: its holder chooses their password. Everybody may come here, so a
/// link that does not work says nothing about why or whose it was, and whoever tries links out is
/// put off like whoever tries passwords out.
@Component
public class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final SignInLinks links;
    private final UserTable table;
    private final Grants grants;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final OpenSessions sessions;
    private final AuditLog audit;
    private final Retries retries;

    Welcome(
            SignInLinks links,
            UserTable table,
            Grants grants,
            Passwords passwords,
            LoginThrottle throttle,
            OpenSessions sessions,
            AuditLog audit,
            Retries retries) {
        this.links = links;
        this.table = table;
        this.grants = grants;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.audit = audit;
        this.retries = retries;
    }

    /// Whose link it is; looking does not use it up.
    ///
    /// @param token what the link carries
    /// @param address where the request comes from
    /// @throws LinkClosed when it opens nothing
    /// @throws TooManyAttempts when too many links that open nothing came from there
    public Guest open(String token, String address) {
        var user = admitted(token, address);
        return new Guest(user.name(), user.email());
    }

    /// Sets the password and uses the link up; whoever was signed in as this user no longer is.
    ///
    /// @param token what the link carries
    /// @param address where the request comes from
    /// @throws InvalidInput when the password will not do; then the link still works
    /// @throws LinkClosed when it opens nothing
    /// @throws TooManyAttempts when too many links that open nothing came from there
    public void choosePassword(String token, String password, String address) {
        admitted(token, address);
        var found = new InvalidInput.Collector();
        passwords.check(password, "/password", found);
        found.throwIfAny();
        var hash = passwords.hash(password);
        var user =
                retries.inTransactionOfItsOwn(() -> {
                    var holder = links.lock(token).orElseThrow(LinkClosed::new);
                    var known = enabled(holder).orElseThrow(LinkClosed::new);
                    links.end(holder);
                    table.setPasswordHash(holder, hash);
                    audit.changed(
                            new Actor(Actor.Kind.USER, Long.toString(holder.value()), known.name()),
                            "user",
                            Long.toString(holder.value()),
                            null,
                            "a password of their own choice, through the link");
                    grants.changing(holder);
                    return holder;
                });
        log.info("User {} chose a password", user.value());
        sessions.end(user);
    }

    private Grants.KnownUser admitted(String token, String address) {
        var account = "link " + SecretHash.of(token).hex();
        if (!throttle.take(account, address)) {
            log.info("A sign-in link was put off: too many attempts");
            throw new TooManyAttempts();
        }
        var user = links.holder(token).flatMap(this::enabled);
        if (user.isEmpty()) {
            log.info("A sign-in link was refused");
            throw new LinkClosed();
        }
        throttle.succeeded(account, address);
        return user.get();
    }

    private Optional<Grants.KnownUser> enabled(UserId id) {
        return grants.user(id).filter(Grants.KnownUser::enabled);
    }

    /// Who holds a link.
    ///
    /// @param email what they sign in with
    public record Guest(String name, String email) {}

    /// The link opens nothing: unknown, used, replaced, expired, or its user was disabled.
    public static final class LinkClosed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        LinkClosed() {
            super("The sign-in link opens nothing");
        }
    }

    /// Too many links that open nothing; this one was not even looked at.
    public static final class TooManyAttempts extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooManyAttempts() {
            super("Too many attempts");
        }
    }
}
