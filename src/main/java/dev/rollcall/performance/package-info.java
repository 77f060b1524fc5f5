/// How it is going, for the person themselves: goals, pace and growth of what they achieved, month
/// by month and day by day. Nobody else has a way to one person's page; those who look after teams
/// see sums.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "notifications",
            "usage",
            "presence",
            "audit",
            "database",
            "kpi",
            "schedule",
            "work",
            "backoffice",
            "adherence",
            "adherence::engine",
            "attendance",
            "quality",
            "surveys"
        })
@NullMarked
package dev.rollcall.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
