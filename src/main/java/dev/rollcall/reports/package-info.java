/// What adherence adds up to: reports over people, units and time, what recurs, shrinkage, plans
/// that are at fault, signs of strain, and the weekly report for reviews.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "audit",
            "database",
            "presence",
            "schedule",
            "adherence",
            "adherence::engine"
        })
@NullMarked
package dev.rollcall.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
