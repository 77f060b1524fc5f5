@NullMarked
package dev.rollcall.excuses;

import org.jspecify.annotations.NullMarked;
