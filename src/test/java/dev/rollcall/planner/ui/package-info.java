@NullMarked
package dev.rollcall.planner.ui;

import org.jspecify.annotations.NullMarked;
