@NullMarked
package dev.rollcall.usage;

import org.jspecify.annotations.NullMarked;
