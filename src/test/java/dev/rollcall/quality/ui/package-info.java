@NullMarked
package dev.rollcall.quality.ui;

import org.jspecify.annotations.NullMarked;
