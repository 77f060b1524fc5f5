/// One's own shifts and what became of them, by week and by day, in one's own zone.
@ApplicationModule(allowedDependencies = {"people", "security", "presence", "schedule"})
@NullMarked
package dev.rollcall.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
