@NullMarked
package dev.rollcall.oversight.ui;

import org.jspecify.annotations.NullMarked;
