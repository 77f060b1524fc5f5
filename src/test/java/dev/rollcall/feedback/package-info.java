@NullMarked
package dev.rollcall.feedback;

import org.jspecify.annotations.NullMarked;
