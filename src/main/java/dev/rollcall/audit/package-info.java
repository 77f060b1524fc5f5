/// Who changed what, when, before and after; who looked at whose detail.
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package dev.rollcall.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
