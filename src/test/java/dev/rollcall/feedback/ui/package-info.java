@NullMarked
package dev.rollcall.feedback.ui;

import org.jspecify.annotations.NullMarked;
