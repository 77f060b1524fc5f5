@NullMarked
package dev.rollcall.coaching;

import org.jspecify.annotations.NullMarked;
