@NullMarked
package dev.rollcall.presence;

import org.jspecify.annotations.NullMarked;
