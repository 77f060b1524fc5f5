package dev.rollcall.presence.ui;

import dev.rollcall.kit.Words;
import dev.rollcall.presence.RejectedEvents.State;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why an event was rejected and what to do about it, in words.
final class RejectedWords {

    static final String UNKNOWN_AGENT = "unknown-agent";

    /// Why events are rejected.
    static final List<String> CODES = List.of(UNKNOWN_AGENT, "clock-skew", "bad-event");

    private final Words words;

    RejectedWords(Words words) {
        this.words = words;
    }

    String reason(String code) {
        return words.get("presence.rejected.reason." + known(code));
    }

    String why(String code, @Nullable String subject) {
        return words.get("presence.rejected.why." + known(code), subject == null ? "" : subject);
    }

    /// @param mended whether the cause is gone as far as can be seen from here
    String whatToDo(String code, boolean mended) {
        return words.get("presence.rejected.todo." + (mended ? "mended" : known(code)));
    }

    String state(State state) {
        return words.get("presence.rejected.state." + state);
    }

    static String mark(State state) {
        return switch (state) {
            case OPEN -> "waiting";
            case ACCEPTED -> "ready";
            case DISCARDED -> "disabled";
        };
    }

    /// What kind of event it is; the source's own word when there is no such kind.
    String type(@Nullable String type) {
        if (type == null) {
            return words.get("presence.rejected.type.none");
        }
        var last = type.startsWith("dev.rollcall.") ? type.substring("dev.rollcall.".length()) : "";
        return switch (last) {
            case "presence.changed", "work.started", "work.ended", "heartbeat" ->
                    words.get("presence.rejected.type." + last);
            default -> type;
        };
    }

    private static String known(String code) {
        var small = code.toLowerCase(Locale.ROOT);
        return CODES.contains(small) ? small : "bad-event";
    }
}
