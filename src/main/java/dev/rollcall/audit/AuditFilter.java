package dev.rollcall.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit log; null: any.
///
/// @param actorKind what sort of actor did it
/// @param actorId who did it, stable within its kind
/// @param what the kind of thing
/// @param which the code or external id of the thing
/// @param from inclusive
/// @param before exclusive
public record AuditFilter(
        AuditEntry.@Nullable Kind kind,
        Actor.@Nullable Kind actorKind,
        @Nullable String actorId,
        @Nullable String what,
        @Nullable String which,
        @Nullable Instant from,
        @Nullable Instant before) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
}
