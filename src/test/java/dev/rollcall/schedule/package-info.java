@NullMarked
package dev.rollcall.schedule;

import org.jspecify.annotations.NullMarked;
