@NullMarked
package dev.rollcall.oversight;

import org.jspecify.annotations.NullMarked;
