/// What people are excused for: excuses for somebody and incidents for many, given before, during
/// or after the fact, and what people explain themselves. Adherence reads them through its own
/// port.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "mydata",
            "audit",
            "database",
            "presence",
            "schedule",
            "adherence",
            "adherence::engine",
            "adherence::acting",
            "deeds",
            "notifications"
        })
@NullMarked
package dev.rollcall.excuses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
