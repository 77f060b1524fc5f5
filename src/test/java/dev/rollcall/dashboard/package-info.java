@NullMarked
package dev.rollcall.dashboard;

import org.jspecify.annotations.NullMarked;
