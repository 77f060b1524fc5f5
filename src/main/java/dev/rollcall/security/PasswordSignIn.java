package dev.rollcall.security;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Signing in with an address and a password. Unknown, disabled and wrong look the same from
/// outside and take the same time; the log names users by their number and says nothing of the
/// others.
@Component
class PasswordSignIn implements AuthenticationProvider {

    private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);
    private static final int LONGEST_EMAIL = 254;

    private final UserTable users;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final Counter right;
    private final Counter wrong;
    private final Counter putOff;

    PasswordSignIn(
            UserTable users, Passwords passwords, LoginThrottle throttle, MeterRegistry metrics) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.right = attempts(metrics, "right");
        this.wrong = attempts(metrics, "wrong");
        this.putOff = attempts(metrics, "put-off");
    }

    private static Counter attempts(MeterRegistry metrics, String result) {
        return Counter.builder("rollcall.signins")
                .description("Attempts to sign in with a password, by what became of them")
                .tag("result", result)
                .register(metrics);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        var email = attempt.getName().strip();
        var password = attempt.getCredentials() instanceof String text ? text : "";
        var address = address(attempt);
        if (email.length() > LONGEST_EMAIL) {
            throw wrong();
        }
        if (!throttle.take(email, address)) {
            log.info("Sign-in put off: too many attempts");
            putOff.increment();
            throw new TooManyAttempts();
        }
        var credentials = users.credentials(email).orElse(null);
        if (credentials == null) {
            passwords.pretend(password);
            log.info("Sign-in refused for an unknown address");
            throw wrong();
        }
        if (!isRight(password, credentials.passwordHash()) || !credentials.enabled()) {
            log.info("Sign-in refused for user {}", credentials.id().value());
            throw wrong();
        }
        throttle.succeeded(email, address);
        right.increment();
        log.info("User {} signed in", credentials.id().value());
        var signedIn =
                UsernamePasswordAuthenticationToken.authenticated(
                        new SignedIn(credentials.id()), null, List.of());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private boolean isRight(String password, @Nullable String hash) {
        if (hash == null) {
            passwords.pretend(password);
            return false;
        }
        return passwords.matches(password, hash);
    }

    private static String address(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                        && details.getRemoteAddress() != null
                ? details.getRemoteAddress()
                : "unknown";
    }

    private AuthenticationException wrong() {
        wrong.increment();
        return new BadCredentialsException("The address or the password is wrong");
    }

    /// Too many wrong passwords; the password was not even looked at.
    static final class TooManyAttempts extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        TooManyAttempts() {
            super("Too many attempts");
        }
    }
}
