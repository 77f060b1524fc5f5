@NullMarked
package dev.rollcall.security.ui;

import org.jspecify.annotations.NullMarked;
