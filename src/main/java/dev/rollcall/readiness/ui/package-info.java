/// The page of the steps, and the way to all settings.
@NullMarked
package dev.rollcall.readiness.ui;

import org.jspecify.annotations.NullMarked;
