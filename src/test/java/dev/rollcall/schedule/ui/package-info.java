@NullMarked
package dev.rollcall.schedule.ui;

import org.jspecify.annotations.NullMarked;
