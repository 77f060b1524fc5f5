package dev.rollcall.presence;

import dev.rollcall.kit.Words;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why somebody is unavailable, or why they clock out, as offered to people.
///
/// @param code as in `UNAVAILABLE/BREAK`; never changes
/// @param nameKey the message key of what it is called as shipped; null where people here made it
/// @param ownName what people here call it instead; null: as shipped
/// @param base the status it explains; AWAY: it says why somebody clocks out
/// @param position where it stands in lists
/// @param descriptionRequired whether it says too little without a note
/// @param limit how long it should last at most; null: as long as it takes
/// @param retired no longer offered, and still what days behind us say
public record Reason(
        String code,
        @Nullable String nameKey,
        @Nullable String ownName,
        PresenceState.Base base,
        int position,
        boolean descriptionRequired,
        ReasonIcon icon,
        @Nullable Duration limit,
        boolean retired) {

    /// The state it makes. Clocking out makes AWAY, whatever the reason.
    public PresenceState state() {
        return base == PresenceState.Base.AWAY ? PresenceState.AWAY : new PresenceState(base, code);
    }

    /// What people call it.
    public String name(Words words) {
        if (ownName != null) {
            return ownName;
        }
        return nameKey == null ? code : words.get(nameKey);
    }
}
