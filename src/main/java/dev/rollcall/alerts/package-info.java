/// Who is told when somebody is out of adherence for long, and who is not: rules, the agent first,
/// a budget for each who is told, and what it held back. It follows the board from memory, and
/// keeps what it did, so that a restart neither loses an alert nor repeats one.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "mydata",
            "audit",
            "database",
            "deeds",
            "schedule",
            "adherence",
            "adherence::engine",
            "notifications"
        })
@NullMarked
package dev.rollcall.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
