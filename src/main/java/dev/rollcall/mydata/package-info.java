/// What Rollcall keeps about somebody, for themselves: who looked at it, and all of it as files. A
/// hub: it knows no feature; what keeps something about people contributes an [OwnDataKeeper].
@ApplicationModule(allowedDependencies = {"people", "security", "audit", "database"})
@NullMarked
package dev.rollcall.mydata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
