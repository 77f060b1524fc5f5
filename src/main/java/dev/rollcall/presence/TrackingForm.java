package dev.rollcall.presence;

import dev.rollcall.people.GroupId;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Everything the settings say about tracking attendance, as somebody wants it.
///
/// @param reasons every reason that is there, and new ones, in the order they are offered in
public record TrackingForm(
        boolean enabled,
        Set<GroupId> groups,
        boolean clockOutWhileWorking,
        Duration forgottenAfter,
        boolean autoClockOut,
        List<ReasonDraft> reasons) {

    public TrackingForm {
        groups = Set.copyOf(groups);
        reasons = List.copyOf(reasons);
    }
}
