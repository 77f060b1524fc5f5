@NullMarked
package dev.rollcall.kit;

import org.jspecify.annotations.NullMarked;
