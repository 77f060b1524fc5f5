/// Where working days are planned: templates, terms of work, and drafts that become plans when they
/// are published.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "schedule",
            "demand",
            "security",
            "mydata",
            "audit",
            "database"
        })
@NullMarked
package dev.rollcall.planner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
