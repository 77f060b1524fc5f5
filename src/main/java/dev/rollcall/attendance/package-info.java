/// When people were there: first in, last out, time worked and why not, day by day, from presence
/// and plan alone.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "audit",
            "presence",
            "schedule",
            "dashboard",
            "database"
        })
@NullMarked
package dev.rollcall.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
