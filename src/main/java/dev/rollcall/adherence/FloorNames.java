package dev.rollcall.adherence;

import dev.rollcall.kit.Words;
import dev.rollcall.presence.PresenceState;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;
import dev.rollcall.schedule.Activity;
import java.util.Locale;
import java.util.Map;

/// Names activities as an admin called them, and presences by their reason. What a feed made up is
/// shown as it came, only quieter.
final class FloorNames implements Names {

    private static final Map<String, String> SHIPPED =
            Map.of(
                    "WORK", "Work",
                    "BREAK", "Break",
                    "LUNCH", "Lunch",
                    "MEETING", "Meeting",
                    "TRAINING", "Training",
                    "COACHING", "Coaching",
                    "BACK_OFFICE", "Back office",
                    "TIME_OFF", "Time off");

    private final Words words;
    private final Activities activities;
    private final Reasons reasons;

    FloorNames(Words words, Activities activities, Reasons reasons) {
        this.words = words;
        this.activities = activities;
        this.reasons = reasons;
    }

    @Override
    public String activity(String code) {
        return activities.of(code).map(this::named).orElseGet(() -> quieter(code));
    }

    /// What is shipped speaks the viewer's language, until an admin gives it a name of its own.
    private String named(Activity activity) {
        return activity.name().equals(SHIPPED.get(activity.code()))
                ? words.get("adherence.activity." + activity.code())
                : activity.name();
    }

    @Override
    public String presence(String presence) {
        var state = PresenceState.parse(presence);
        var base = words.get("presence.state." + state.base());
        var code = state.code();
        if (code == null) {
            return base;
        }
        var reason = reasons.find(code).map(r -> r.name(words)).orElseGet(() -> quieter(code));
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
