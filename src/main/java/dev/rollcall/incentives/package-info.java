/// What good work is rewarded with: schemes with versions, awards with the reason for each point, a
/// ledger nobody can change, and what points are given for. It reads what others measure and
/// measures nothing itself.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "mydata",
            "audit",
            "database",
            "kpi",
            "quality",
            "adherence",
            "adherence::engine",
            "attendance",
            "reports",
            "requests",
            "notifications",
            "dashboard",
            "feedback",
            "review"
        })
@NullMarked
package dev.rollcall.incentives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
