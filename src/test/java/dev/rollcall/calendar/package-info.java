@NullMarked
package dev.rollcall.calendar;

import org.jspecify.annotations.NullMarked;
