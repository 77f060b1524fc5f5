@NullMarked
package dev.rollcall.dashboard.ui;

import org.jspecify.annotations.NullMarked;
