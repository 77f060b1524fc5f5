/// One's own shifts and what became of them, by day, week and month, in one's own zone; and the
/// messages that say what changed in them.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "presence",
            "schedule",
            "adherence",
            "notifications"
        })
@NullMarked
package dev.rollcall.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
