/// What happened in somebody's work on one line, and the pack for the talk about it. A hub: it
/// knows no feature; features contribute a [MomentSource] for the line and a [PackChapter] for the
/// pack. Neither shows anybody more than the feature's own pages do.
@ApplicationModule(allowedDependencies = {"people", "security", "audit"})
@NullMarked
package dev.rollcall.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
