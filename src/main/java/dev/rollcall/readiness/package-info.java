/// What has to be settled before workforce management works, on one page: each step with how it
/// stands, computed from facts, and a way to where it is settled. A hub: it knows no feature;
/// features contribute a [SetupStep] each.
@ApplicationModule(allowedDependencies = "security")
@NullMarked
package dev.rollcall.readiness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
