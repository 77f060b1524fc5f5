@NullMarked
package dev.rollcall.development.ui;

import org.jspecify.annotations.NullMarked;
