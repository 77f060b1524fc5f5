@NullMarked
package dev.rollcall.shared;

import org.jspecify.annotations.NullMarked;
