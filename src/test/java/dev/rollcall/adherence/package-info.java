@NullMarked
package dev.rollcall.adherence;

import org.jspecify.annotations.NullMarked;
