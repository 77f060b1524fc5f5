package dev.rollcall.security;

import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A program's way in, without its secret.
///
/// @param prefix the public part of the token, by which it is told apart
/// @param wholeOrganisation true when it is good for every unit; `units` is empty then
/// @param units the units it is good for, each with everything below it
/// @param expiresAt when it ends by itself, null when it does not
/// @param revokedAt when somebody ended it, null when nobody did
/// @param lastUsedAt when it was last used, to the minute; null when never
public record Token(
        String prefix,
        String name,
        Set<TokenScope> scopes,
        boolean wholeOrganisation,
        Set<UnitId> units,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastUsedAt) {

    public Token {
        scopes = Set.copyOf(scopes);
        units = Set.copyOf(units);
    }

    /// Whether it opens the door at an instant.
    public boolean isGoodAt(Instant instant) {
        return revokedAt == null && (expiresAt == null || instant.isBefore(expiresAt));
    }

    Token usedAt(Instant instant) {
        return new Token(
                prefix,
                name,
                scopes,
                wholeOrganisation,
                units,
                createdAt,
                createdBy,
                expiresAt,
                revokedAt,
                instant);
    }
}
