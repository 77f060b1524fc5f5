@NullMarked
package dev.rollcall.messages.ui;

import org.jspecify.annotations.NullMarked;
