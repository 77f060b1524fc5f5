@NullMarked
package dev.rollcall.review.ui;

import org.jspecify.annotations.NullMarked;
