/// The list of what one did and can take back.
@NullMarked
package dev.rollcall.deeds.ui;

import org.jspecify.annotations.NullMarked;
