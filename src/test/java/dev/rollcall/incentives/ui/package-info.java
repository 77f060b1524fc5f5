@NullMarked
package dev.rollcall.incentives.ui;

import org.jspecify.annotations.NullMarked;
