/// Statuses set for others from the board, now or for when their work is done: told to them with
/// the reason, written down, and taken back where that still means something. It keeps nothing of
/// its own: presence has the statuses.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "audit",
            "database",
            "presence",
            "adherence",
            "adherence::acting",
            "deeds",
            "notifications"
        })
@NullMarked
package dev.rollcall.overrides;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
