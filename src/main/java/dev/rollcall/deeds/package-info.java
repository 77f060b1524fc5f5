/// What people did on behalf of others and can take back for a day. A hub: it knows no feature;
/// features contribute a [DeedKind] each, which words what was done and takes it back through its
/// own services. Taking back is an act of its own, written down as one; nothing is ever deleted.
@ApplicationModule(allowedDependencies = {"security", "mydata", "audit", "database"})
@NullMarked
package dev.rollcall.deeds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
