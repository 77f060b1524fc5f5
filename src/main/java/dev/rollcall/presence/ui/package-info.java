/// A person's own status in the header of every page; the feeds, and what of them was rejected.
@NullMarked
package dev.rollcall.presence.ui;

import org.jspecify.annotations.NullMarked;
