@NullMarked
package dev.rollcall.usage.ui;

import org.jspecify.annotations.NullMarked;
