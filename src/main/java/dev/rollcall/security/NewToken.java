package dev.rollcall.security;

import dev.rollcall.people.UnitId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token somebody wants to make; checked when saved.
///
/// @param units the units it is good for, each with everything below it; null: the whole
///   organisation
/// @param expiresAt when it ends by itself, null when it does not
public record NewToken(
        String name,
        Set<TokenScope> scopes,
        @Nullable Set<UnitId> units,
        @Nullable Instant expiresAt) {}
