@NullMarked
package dev.rollcall.adherence.ui.nudge;

import org.jspecify.annotations.NullMarked;
