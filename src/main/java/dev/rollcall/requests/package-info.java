/// What people ask of the plan, and who decides: wishes, time off, swaps and open shifts.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "schedule",
            "planner",
            "demand",
            "security",
            "mydata",
            "audit",
            "database",
            "notifications"
        })
@NullMarked
package dev.rollcall.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
