package dev.rollcall.presence;

/// Why somebody is unavailable, as offered in the status menu.
///
/// @param code as in `UNAVAILABLE/BREAK`
/// @param nameKey the message key of what people call it
/// @param base the status it explains
/// @param position where it stands in lists
/// @param descriptionRequired whether it says too little without a note
public record Reason(
        String code,
        String nameKey,
        PresenceState.Base base,
        int position,
        boolean descriptionRequired) {

    public PresenceState state() {
        return new PresenceState(base, code);
    }
}
