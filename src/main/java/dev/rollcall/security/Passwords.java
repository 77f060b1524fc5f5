package dev.rollcall.security;

import dev.rollcall.shared.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// How passwords are kept and compared.
@Component
class Passwords {

    static final int SHORTEST = 12;

    /// Bcrypt looks at no more than this.
    static final int MOST_BYTES = 72;

    private static final String SCHEME = "bcrypt";
    private static final int STRENGTH = 10;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(
                    SCHEME, Map.of(SCHEME, new BCryptPasswordEncoder(STRENGTH)));

    /// Compared when there is no such user, so that a wrong address takes as long as a wrong
    /// password.
    private final String nobodysHash;

    Passwords(RandomText random) {
        this.nobodysHash = encoder.encode(random.secret());
    }

    void check(String password, String pointer, InvalidInput.Collector found) {
        if (found.check(
                password.codePointCount(0, password.length()) >= SHORTEST,
                pointer,
                Complaint.SHORT_PASSWORD.with(SHORTEST))) {
            found.check(fits(password), pointer, Complaint.LONG_PASSWORD.with(MOST_BYTES));
        }
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash) && fits(password);
    }

    /// Takes as long as a comparison and is never right.
    void pretend(String password) {
        encoder.matches(password, nobodysHash);
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }
}
