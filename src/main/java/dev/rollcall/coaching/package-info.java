/// Coaching: talks that are prepared, planned, held and followed up, tips in the moment, and what
/// came of them beside people who were not coached. What people achieved is others' business; it is
/// read from adherence and quality.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "audit",
            "database",
            "notifications",
            "schedule",
            "adherence",
            "adherence::acting",
            "quality",
            "messages"
        })
@NullMarked
package dev.rollcall.coaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
