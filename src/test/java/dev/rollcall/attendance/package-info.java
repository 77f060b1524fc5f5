@NullMarked
package dev.rollcall.attendance;

import org.jspecify.annotations.NullMarked;
