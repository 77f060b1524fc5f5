/// What people say to each other about their work: praise and notes in the moment, who had none for
/// long, and anonymous rounds in which agents review managers or units say how they are.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "audit",
            "database",
            "deeds",
            "notifications",
            "adherence::acting",
            "dashboard"
        })
@NullMarked
package dev.rollcall.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
