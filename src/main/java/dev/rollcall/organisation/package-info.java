/// The guarded way to see and change units, departments, groups and agents, and the screen for it.
@ApplicationModule(allowedDependencies = {"people", "security", "audit", "database"})
@NullMarked
package dev.rollcall.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
