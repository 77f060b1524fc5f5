/// Who may come in, what they may do, and whose people they may see: users, roles, tokens, sign-in.
@ApplicationModule(allowedDependencies = {"people", "audit", "database"})
@NullMarked
package dev.rollcall.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
