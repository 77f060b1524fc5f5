@NullMarked
package dev.rollcall.quality;

import org.jspecify.annotations.NullMarked;
