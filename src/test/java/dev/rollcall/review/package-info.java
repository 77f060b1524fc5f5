@NullMarked
package dev.rollcall.review;

import org.jspecify.annotations.NullMarked;
