@NullMarked
package dev.rollcall.navigation.ui;

import org.jspecify.annotations.NullMarked;
