/// A person's own status in the header of every page.
@NullMarked
package dev.rollcall.presence.ui;

import org.jspecify.annotations.NullMarked;
