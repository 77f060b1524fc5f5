/// What agents are told of their own deviation, before anybody else is.
@NullMarked
package dev.rollcall.adherence.ui.nudge;

import org.jspecify.annotations.NullMarked;
