package dev.rollcall.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of a secret that was drawn from 256 random bits: too many to try out, so it needs no
/// salt and no slow hash.
///
/// @param hex 64 hexadecimal digits
public record SecretHash(String hex) {

    public static SecretHash of(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return new SecretHash(
                    HexFormat.of()
                            .formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static SecretHash of(byte[] bytes) {
        return new SecretHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// Takes the same time wherever the two differ.
    boolean matches(String secret) {
        return MessageDigest.isEqual(bytes(), of(secret).bytes());
    }
}
