/// The frame around every page: header, menu, home, and what is shown when a page is missing,
/// forbidden or broken. Nothing depends on it.
@ApplicationModule(
        allowedDependencies = {
            "people",
            "security",
            "navigation",
            "audit",
            "organisation",
            "presence",
            "schedule",
            "adherence"
        })
@NullMarked
package dev.rollcall.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
