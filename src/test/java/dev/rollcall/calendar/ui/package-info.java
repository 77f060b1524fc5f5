@NullMarked
package dev.rollcall.calendar.ui;

import org.jspecify.annotations.NullMarked;
