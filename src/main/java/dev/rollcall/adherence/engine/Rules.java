package dev.rollcall.adherence.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Everything an organisation decides about adherence, as it applies to one person on one day.
///
/// @param unmapped what time counts as whose pair nobody mapped
/// @param unscheduled whether work outside every entry is an exception
/// @param defaultGrace the grace of activities without one of their own
/// @param graceByActivity grace by activity code
/// @param workingPresences presences, or bases of presences, in which a person works
/// @param severe OUT for this long or longer is severe; a matter of the live state only
public record Rules(
        Mapping mapping,
        Unmapped unmapped,
        Unscheduled unscheduled,
        Grace defaultGrace,
        Map<String, Grace> graceByActivity,
        Set<String> workingPresences,
        Duration severe) {

    public static final Grace SHIPPED_GRACE = new Grace.MinimumException(Duration.ofSeconds(120));
    public static final Set<String> SHIPPED_WORKING_PRESENCES = Set.of("AVAILABLE", "ACTIVE");
    public static final Duration SHIPPED_SEVERE = Duration.ofMinutes(15);

    private static final String UNKNOWN = "UNKNOWN";

    public enum Unmapped {
        NEUTRAL,
        OUT
    }

    public enum Unscheduled {
        IGNORE,
        EXCEPTION
    }

    public Rules {
        graceByActivity = Map.copyOf(graceByActivity);
        workingPresences = Set.copyOf(workingPresences);
    }

    public Grace graceOf(String activity) {
        return graceByActivity.getOrDefault(activity, defaultGrace);
    }

    /// Whether a person works in a presence: it or its base is listed.
    public boolean isWorking(String presence) {
        if (workingPresences.contains(presence)) {
            return true;
        }
        int slash = presence.indexOf('/');
        return slash >= 0 && workingPresences.contains(presence.substring(0, slash));
    }

    static boolean isUnknown(String presence) {
        return presence.startsWith(UNKNOWN)
                && (presence.length() == UNKNOWN.length()
                        || presence.charAt(UNKNOWN.length()) == '/');
    }
}
