/// The public interface for other programs: one class for each resource, its paths and shapes a
/// contract. A leaf: it may know everybody, and nobody knows it.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "organisation",
            "security",
            "navigation",
            "audit",
            "database",
            "presence",
            "requests",
            "schedule",
            "demand",
            "adherence",
            "adherence :: engine",
            "attendance",
            "excuses",
            "kpi",
            "incentives",
            "quality",
            "surveys",
            "messages",
            "overrides",
            "alerts",
            "backoffice",
            "reports",
            "work"
        })
@NullMarked
package dev.rollcall.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
