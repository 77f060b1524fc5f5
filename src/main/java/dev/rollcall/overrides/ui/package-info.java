/// Changing statuses from the board, and what somebody is to be next in their drawer.
@NullMarked
package dev.rollcall.overrides.ui;

import org.jspecify.annotations.NullMarked;
