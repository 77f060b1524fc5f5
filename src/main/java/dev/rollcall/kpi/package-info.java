/// What people achieved, as facts: payments, services, complaints, calls and sales, each with an
/// identity and a version, counted by person and day as they come. What the counts mean, and who is
/// measured by them, is others' business.
@ApplicationModule(
        allowedDependencies = {"people", "security", "mydata", "audit", "database", "work"})
@NullMarked
package dev.rollcall.kpi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
