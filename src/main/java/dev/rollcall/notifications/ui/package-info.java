/// The bell in the header of every page, and the page of all messages.
@NullMarked
package dev.rollcall.notifications.ui;

import org.jspecify.annotations.NullMarked;
