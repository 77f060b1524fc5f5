/// The pages of performance: one's own, and where goals are set.
@NullMarked
package dev.rollcall.performance.ui;

import org.jspecify.annotations.NullMarked;
