@NullMarked
package dev.rollcall.incentives;

import org.jspecify.annotations.NullMarked;
