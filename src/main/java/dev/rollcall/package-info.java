/// Rollcall: who is here, what they should be doing, what they are doing, and how it is going.
@NullMarked
package dev.rollcall;

import org.jspecify.annotations.NullMarked;
