/// The board of widgets each person arranges for themselves, over a default of their team. A hub:
/// it knows no feature; features contribute a [Widget] each.
@ApplicationModule(allowedDependencies = {"people", "security", "mydata", "audit", "database"})
@NullMarked
package dev.rollcall.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
