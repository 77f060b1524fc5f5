/// Who finds which pages in the navigation, and in which order: profiles for roles and people. What
/// somebody may open is none of its business; it only leaves things out of a menu.
@ApplicationModule(allowedDependencies = {"people", "readiness", "security", "audit", "database"})
@NullMarked
package dev.rollcall.navigation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
