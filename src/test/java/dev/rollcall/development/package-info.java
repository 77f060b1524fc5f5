@NullMarked
package dev.rollcall.development;

import org.jspecify.annotations.NullMarked;
