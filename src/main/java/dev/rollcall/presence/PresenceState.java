package dev.rollcall.presence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person is doing, written `BASE` or `BASE/CODE`.
///
/// @param base one of the four statuses, or unknown
/// @param code a reason or a custom code, up to 100 characters; null for the plain base
public record PresenceState(Base base, @Nullable String code) {

    public static final PresenceState AWAY = new PresenceState(Base.AWAY, null);
    public static final PresenceState AVAILABLE = new PresenceState(Base.AVAILABLE, null);
    public static final PresenceState ACTIVE = new PresenceState(Base.ACTIVE, null);
    public static final PresenceState UNKNOWN = new PresenceState(Base.UNKNOWN, null);

    private static final int LONGEST_CODE = 100;

    public enum Base {
        /// Not clocked in.
        AWAY,
        /// Clocked in and ready.
        AVAILABLE,
        /// Working on at least one item.
        ACTIVE,
        /// Clocked in, not ready; with a reason.
        UNAVAILABLE,
        /// The feed that speaks for this person was silent or dead.
        UNKNOWN
    }

    public PresenceState {
        if (code != null && !isCode(code)) {
            throw new IllegalArgumentException(
                    "A presence code is a text of up to 100 characters without line breaks: \""
                            + code.strip()
                            + "\"");
        }
    }

    // A feed may use codes nobody listed here; they are kept as they come.
    private static boolean isCode(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && code.equals(code.strip())
                && code.codePoints()
                        .noneMatch(point ->
                                Character.isISOControl(point)
                                        || Character.getType(point) == Character.SURROGATE);
    }

    public static PresenceState unavailable(String reason) {
        return new PresenceState(Base.UNAVAILABLE, reason);
    }

    /// Reads `BASE` or `BASE/CODE`.
    ///
    /// @throws IllegalArgumentException with a sentence that says what is wrong
    public static PresenceState parse(String text) {
        int slash = text.indexOf('/');
        var base = slash < 0 ? text : text.substring(0, slash);
        for (var candidate : Base.values()) {
            if (candidate.name().equals(base)) {
                return new PresenceState(candidate, slash < 0 ? null : text.substring(slash + 1));
            }
        }
        throw new IllegalArgumentException(
                "A presence starts with AWAY, AVAILABLE, ACTIVE, UNAVAILABLE or UNKNOWN: \""
                        + text
                        + "\"");
    }

    public Optional<String> reason() {
        return Optional.ofNullable(code);
    }

    @Override
    public String toString() {
        return code == null ? base.name() : base.name() + "/" + code;
    }
}
