@NullMarked
package dev.rollcall.overrides.ui;

import org.jspecify.annotations.NullMarked;
