@NullMarked
package dev.rollcall.navigation;

import org.jspecify.annotations.NullMarked;
