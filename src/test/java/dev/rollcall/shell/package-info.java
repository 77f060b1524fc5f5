@NullMarked
package dev.rollcall.shell;

import org.jspecify.annotations.NullMarked;
