/// Where people find their plan and say how their week was, and those who look after them theirs.
@NullMarked
package dev.rollcall.development.ui;

import org.jspecify.annotations.NullMarked;
