/// What customers say about the work: answers to surveys, net promoter score and satisfaction, by
/// unit, group, person and tag.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "review",
            "security",
            "mydata",
            "audit",
            "database",
            "dashboard"
        })
@NullMarked
package dev.rollcall.surveys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
