@NullMarked
package dev.rollcall.demand;

import org.jspecify.annotations.NullMarked;
