/// Where an admin brings facts in and looks after those that were not accepted.
@NullMarked
package dev.rollcall.quality.ui;

import org.jspecify.annotations.NullMarked;
