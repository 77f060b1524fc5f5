/// Where people see and use what they earned, and where schemes are made, tried and looked after.
@NullMarked
package dev.rollcall.incentives.ui;

import org.jspecify.annotations.NullMarked;
