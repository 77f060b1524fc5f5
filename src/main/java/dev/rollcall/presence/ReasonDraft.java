package dev.rollcall.presence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A reason as somebody wants it; its place in the list is the order it is offered in.
///
/// @param code of the one that is there, or of a new one: capital letters, digits and underscores
/// @param ownName what people here call it; null: as shipped, which a new one has no name for
/// @param base UNAVAILABLE or AWAY; of one that is there it stays as it is
/// @param limit whole minutes, a day at most; null: as long as it takes
public record ReasonDraft(
        String code,
        @Nullable String ownName,
        PresenceState.Base base,
        boolean descriptionRequired,
        ReasonIcon icon,
        @Nullable Duration limit,
        boolean retired) {

    /// As it is.
    public static ReasonDraft of(Reason reason) {
        return new ReasonDraft(
                reason.code(),
                reason.ownName(),
                reason.base(),
                reason.descriptionRequired(),
                reason.icon(),
                reason.limit(),
                reason.retired());
    }

    /// The same with another limit.
    public ReasonDraft withLimit(Duration other) {
        return new ReasonDraft(code, ownName, base, descriptionRequired, icon, other, retired);
    }
}
