/// Tasks away from customers: who is to do them, until when, and how long they really took.
@ApplicationModule(
        allowedDependencies = {"people", "security", "mydata", "audit", "database", "presence"})
@NullMarked
package dev.rollcall.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
