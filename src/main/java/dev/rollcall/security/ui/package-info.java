/// Screens of sign-in and of what lets others in.
@NullMarked
package dev.rollcall.security.ui;

import org.jspecify.annotations.NullMarked;
