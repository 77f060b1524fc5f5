@NullMarked
package dev.rollcall.performance;

import org.jspecify.annotations.NullMarked;
