@NullMarked
package dev.rollcall.coaching.ui;

import org.jspecify.annotations.NullMarked;
