@NullMarked
package dev.rollcall.work;

import org.jspecify.annotations.NullMarked;
