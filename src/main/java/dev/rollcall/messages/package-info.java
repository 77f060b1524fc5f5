/// Short messages between those who look after people and these people: sent from the board, seen
/// at once, answered with one tap.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "mydata",
            "audit",
            "database",
            "presence",
            "schedule",
            "adherence",
            "adherence::acting",
            "deeds",
            "notifications"
        })
@NullMarked
package dev.rollcall.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
