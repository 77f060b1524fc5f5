/// What each person was planned to do, compared with what they did: mapping, grace, the pure
/// engine, the live board and the day records.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "readiness",
            "security",
            "mydata",
            "audit",
            "database",
            "presence",
            "schedule",
            "dashboard"
        })
@NullMarked
package dev.rollcall.adherence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
