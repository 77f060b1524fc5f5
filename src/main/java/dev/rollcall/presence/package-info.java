/// The truth of what each person was doing: one append-only log of events, one pure fold of it into
/// a gap-free timeline, and the present state in memory.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "readiness",
            "security",
            "mydata",
            "audit",
            "database",
            "schedule",
            "dashboard"
        })
@NullMarked
package dev.rollcall.presence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
