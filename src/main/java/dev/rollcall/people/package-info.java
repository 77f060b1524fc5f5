/// Agents, units, departments and groups: who works here, where, and with whom.
@ApplicationModule(allowedDependencies = {"audit", "database"})
@NullMarked
package dev.rollcall.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
