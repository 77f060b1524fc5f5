/// The guarded way to read the audit log, and the screen for it: who changed what, and who looked.
@ApplicationModule(allowedDependencies = {"audit", "people", "security", "database"})
@NullMarked
package dev.rollcall.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
