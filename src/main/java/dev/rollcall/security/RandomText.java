package dev.rollcall.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// Draws what nobody can guess.
@Component
public class RandomText {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int PREFIX_LENGTH = 10;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /// 256 random bits, safe in an address.
    public String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// A short public name, easy to read aloud.
    String prefix() {
        var text = new StringBuilder();
        for (int i = 0; i < PREFIX_LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
