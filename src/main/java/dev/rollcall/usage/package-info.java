/// How people use the page about their own performance, where the organisation asks and they agree:
/// six events under a pseudonym, for a month, and six questions answered from sums alone. It is no
/// performance data: nothing about one person ever leaves this module.
@ApplicationModule(allowedDependencies = {"people", "security", "mydata", "audit", "database"})
@NullMarked
package dev.rollcall.usage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
