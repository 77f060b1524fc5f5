/// The switch, and the answers.
@NullMarked
package dev.rollcall.usage.ui;

import org.jspecify.annotations.NullMarked;
