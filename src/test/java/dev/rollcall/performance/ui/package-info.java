@NullMarked
package dev.rollcall.performance.ui;

import org.jspecify.annotations.NullMarked;
