@NullMarked
package dev.rollcall.attendance.ui;

import org.jspecify.annotations.NullMarked;
