/// Value types everybody speaks: spans of time, working days, percentages, the one clock. No
/// domain, no user interface.
@NullMarked
package dev.rollcall.shared;

import org.jspecify.annotations.NullMarked;
