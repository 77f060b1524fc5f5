/// Development plans, which people and those who look after them own together: goals, what is done
/// for them, what is to be learned, and what both found when they looked at it. And short private
/// check-ins on how the week was, told of five people or more.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "audit",
            "database",
            "notifications",
            "quality",
            "coaching"
        })
@NullMarked
package dev.rollcall.development;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
