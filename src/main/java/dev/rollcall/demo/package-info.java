/// The demo organisation and its day simulator; only with the profile `demo`. It drives the same
/// services as everybody: nothing it shows could not have come from a telephone system.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "organisation",
            "security",
            "audit",
            "database",
            "presence",
            "schedule",
            "adherence",
            "adherence :: engine",
            "work",
            "demand",
            "backoffice",
            "planner",
            "requests",
            "excuses",
            "messages",
            "reports",
            "alerts",
            "kpi",
            "performance",
            "quality",
            "surveys",
            "coaching",
            "feedback",
            "development",
            "incentives"
        })
@NullMarked
package dev.rollcall.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
