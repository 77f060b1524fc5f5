/// What each person was planned to do: activities and versioned plans of working days.
@ApplicationModule(
        allowedDependencies = {"people", "readiness", "security", "mydata", "audit", "database"})
@NullMarked
package dev.rollcall.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
