/// What customers want and who sees to it: cases, chats and calls from arrival to end, whom they
/// are given to and why, and who may be given any.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "mydata",
            "audit",
            "database",
            "presence",
            "dashboard"
        })
@NullMarked
package dev.rollcall.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
