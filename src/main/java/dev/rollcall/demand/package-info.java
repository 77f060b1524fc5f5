/// How many people the work needs, half hour by half hour: volumes that came or are expected, what
/// a group promises its customers, and the heads that follow from both.
@ApplicationModule(
        allowedDependencies = {"people", "security", "audit", "database", "schedule", "work"})
@NullMarked
package dev.rollcall.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
