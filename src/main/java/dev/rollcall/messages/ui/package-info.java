/// Sending messages from the board, reading and answering them on any page, and what became of
/// them.
@NullMarked
package dev.rollcall.messages.ui;

import org.jspecify.annotations.NullMarked;
