/// The page that says what the figures mean.
@NullMarked
package dev.rollcall.adherence.ui.definitions;

import org.jspecify.annotations.NullMarked;
