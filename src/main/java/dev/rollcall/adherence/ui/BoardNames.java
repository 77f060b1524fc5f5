package dev.rollcall.adherence.ui;

import dev.rollcall.kit.Words;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import java.util.Locale;
import java.util.Set;

/// Names activities as an admin called them, and presences by their reason. What a feed made up is
/// shown as it came, only quieter.
final class BoardNames implements Names {

    private static final Set<String> REASONS =
            Set.of("BREAK", "LUNCH", "MEETING", "TRAINING", "COACHING", "BACK_OFFICE", "OTHER");

    private final Words words;
    private final Activities activities;

    BoardNames(Words words, Activities activities) {
        this.words = words;
        this.activities = activities;
    }

    @Override
    public String activity(String code) {
        return activities.of(code).map(Activity::name).orElseGet(() -> quieter(code));
    }

    @Override
    public String presence(String presence) {
        var state = PresenceState.parse(presence);
        var base = words.get("presence.state." + state.base());
        var code = state.code();
        if (code == null) {
            return base;
        }
        var reason = REASONS.contains(code) ? words.get("presence.reason." + code) : quieter(code);
        return state.base() == PresenceState.Base.UNAVAILABLE
                ? reason
                : words.get("adherence.board.presenceWith", base, reason);
    }

    /// "OUTBOUND_CALLS" reads "Outbound calls".
    private static String quieter(String code) {
        var text = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
