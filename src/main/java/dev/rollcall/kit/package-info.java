/// Components for screens, without a domain: timelines, pills, ticking durations. They know
/// instants, kinds and labels; what these mean is their users' business.
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.rollcall.kit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
