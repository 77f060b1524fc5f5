@NullMarked
package dev.rollcall.overrides;

import org.jspecify.annotations.NullMarked;
