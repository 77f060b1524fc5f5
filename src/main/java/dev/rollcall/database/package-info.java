/// Everything between the application and its MariaDB: the embedded server, the checks at the
/// start, the connection pool, the schema's migrations and the retrying of units of work that
/// collided.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.rollcall.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
