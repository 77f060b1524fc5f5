/// How good the work with customers is: scorecards, the interactions they are held against, what
/// evaluators found and what the people themselves say to it. Coaching and rewards are others'
/// business; they read what is published through [EvaluationsOf].
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "audit",
            "database",
            "work",
            "notifications",
            "dashboard"
        })
@NullMarked
package dev.rollcall.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
