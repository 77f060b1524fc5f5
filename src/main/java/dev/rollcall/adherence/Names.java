package dev.rollcall.adherence;

import dev.rollcall.kit.Words;
import dev.rollcall.presence.Reasons;
import dev.rollcall.schedule.Activities;

/// What people call activities and presences, in the viewer's language.
public interface Names {

    /// Names as an admin and the reasons give them.
    static Names of(Words words, Activities activities, Reasons reasons) {
        return new FloorNames(words, activities, reasons);
    }

    /// @param code an activity's code
    String activity(String code);

    /// @param presence written `BASE` or `BASE/CODE`
    String presence(String presence);
}
