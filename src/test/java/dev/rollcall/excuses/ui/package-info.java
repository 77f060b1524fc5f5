@NullMarked
package dev.rollcall.excuses.ui;

import org.jspecify.annotations.NullMarked;
